// Hearing what was committed, over a connection that breaks.
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { Connection } from './db.ts'
import { listen, type Notice } from './notices.ts'

const database = testDatabase()

/** A door in front of the database that can be shut: who knocks then is turned away at once. */
type Door = { readonly connection: Connection; readonly knocks: () => number; readonly set: (open: boolean) => void }
let server: Server
let door: Door
const through = new Set<Socket>()

beforeEach(async () => {
  let [isOpen, count] = [true, 0]
  server = createServer((socket) => {
    count++
    socket.on('error', () => undefined)
    if (!isOpen) return void socket.destroy()
    const inside = createConnection(addressOf(database.connection))
    for (const end of [socket, inside]) {
      through.add(end)
      end.on('error', () => undefined).on('close', () => through.delete(end))
    }
    socket.pipe(inside).pipe(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  const port = typeof at === 'object' && at !== null ? at.port : 0
  door = {
    connection: connectionThrough(port),
    knocks: () => count,
    set: (open) => {
      isOpen = open
      if (!open) for (const socket of through) socket.destroy()
    },
  }
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const addressOf = (connection: Connection) =>
  'url' in connection
    ? { host: new URL(connection.url).hostname, port: Number(new URL(connection.url).port || 5432) }
    : { path: join(connection.host, `.s.PGSQL.${connection.port}`) }

function connectionThrough(port: number): Connection {
  if (!('url' in database.connection)) return { ...database.connection, host: '127.0.0.1', port }
  const url = new URL(database.connection.url)
  url.host = `127.0.0.1:${port}`
  return { url: url.href }
}

const say = (job: string) => sql`select pg_notify('hengji', ${JSON.stringify({ job })})`.execute(database.db)

it('looks for the database with one patient search, and hears everything once when it is back', async () => {
  const heard: (Notice | null)[] = []
  const end = await listen(door.connection, (notice) => heard.push(notice))
  door.set(false)
  await sleep(3_500)
  expect(door.knocks() - 1).toBeLessThanOrEqual(5) // after 0.2, 0.6, 1.4 and 3.0 s
  door.set(true)
  await expect.poll(() => heard).toEqual([null])
  await say('one')
  await expect.poll(() => heard).toEqual([null, { job: 'one' }])
  await expect.poll(() => through.size).toBe(2) // one connection, seen from both sides of the door
  await end()
})

it('takes what somebody else says on the channel for a gap, and goes on', async () => {
  const heard: (Notice | null)[] = []
  const end = await listen(door.connection, (notice) => heard.push(notice))
  await sql`select pg_notify('hengji', 'no JSON')`.execute(database.db)
  await say('after')
  await expect.poll(() => heard, { timeout: 30_000 }).toEqual([null, { job: 'after' }])
  await end()
})

it('stops searching when it is ended', async () => {
  const end = await listen(door.connection, () => {})
  door.set(false)
  await sleep(300)
  await end()
  await sleep(500)
  const knocks = door.knocks()
  await sleep(1_500)
  expect(door.knocks()).toBe(knocks)
})
