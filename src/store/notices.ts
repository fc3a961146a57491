// What other processes of the program (and this one) just committed, as the database tells it.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Connection } from './db.ts'

/** What a trigger said: see the migration of jobs. */
export type Notice = {
  readonly job?: string
  readonly person?: string | null
  readonly filing?: string
  readonly path?: string
  readonly from?: string
  readonly to?: string
  readonly delegate?: string | null
}

/** Milliseconds before the first attempt to listen again, and at most between two: a database that recovers is not stormed. */
const [soon, later] = [200, 5_000]

/**
 * Tells `hear` of every notice, and of null after a gap in which some may have been missed. One connection of its own,
 * opened anew when it breaks: never a second one, and one attempt at a time. Answers how to end it.
 */
export async function listen(
  connection: Connection,
  hear: (notice: Notice | null) => void,
): Promise<() => Promise<void>> {
  let ended = false
  const open = async (): Promise<pg.Client> => {
    const fresh = new pg.Client({
      ...('url' in connection ? { connectionString: connection.url } : connection),
      application_name: 'hengji-notices',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    })
    fresh.on('error', () => undefined) // `end` follows
    fresh.on('notification', ({ payload }) => hear(noticeOf(payload)))
    try {
      await fresh.connect()
      await fresh.query('listen hengji')
      return fresh
    } catch (error) {
      await fresh.end().catch(() => undefined)
      throw error
    }
  }
  const reopen = async (): Promise<void> => {
    for (let pause = soon; !ended; pause = Math.min(pause * 2, later)) {
      await sleep(pause, undefined, { ref: false })
      const fresh = await open().catch(() => undefined)
      if (fresh === undefined) continue
      client = fresh
      if (ended) return void (await fresh.end().catch(() => undefined))
      watch(fresh)
      return hear(null)
    }
  }
  // Only a connection that once listened is watched: a failed attempt also says `end`, and would begin a search of its own.
  const watch = (open: pg.Client): void => {
    open.once('end', () => {
      if (!ended) void reopen()
    })
  }
  let client = await open()
  watch(client)
  return async () => {
    ended = true
    await client.end().catch(() => undefined)
  }
}

/** What others send on our channel, by hand or by mistake, must end nothing: it is a gap like any other. */
function noticeOf(payload: string | undefined): Notice | null {
  try {
    const told: unknown = JSON.parse(payload ?? '')
    return typeof told === 'object' ? told : null
  } catch {
    return null
  }
}
