import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { openDatabase, plannedAnew, withTx } from './db.ts'

const database = testDatabase()

const oneLine = (text: string) => expect.stringMatching(new RegExp(`^[^\\n]*${text}[^\\n]*$`))

it.each([
  ['postgres://u:secret@127.0.0.1:1/db', '127.0.0.1:1/db'],
  ['postgres://u:secret@no-such-host.invalid/db', 'no-such-host.invalid:5432/db'],
])('says in one line that nobody answers at %s, without the password', async (url, where) => {
  const refused = openDatabase({ url })
  await expect(refused).rejects.toMatchObject({ code: 'database.unreachable', message: oneLine(where) })
  await expect(refused).rejects.not.toMatchObject({ message: oneLine('secret') })
})

it('gives up on a server that accepts and says nothing', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  onTestFinished(() => void silent.close())
  const address = silent.address()
  const port = typeof address === 'object' ? address?.port : 0
  await expect(openDatabase({ url: `postgres://u@127.0.0.1:${port}/db` })).rejects.toMatchObject({
    code: 'database.unreachable',
    message: oneLine('超时'),
  })
})

it('names a database that does not exist as the reason', async () => {
  const connection = { ...database.connection, ...('url' in database.connection ? {} : { database: 'nowhere' }) }
  const missing = 'url' in connection ? { url: connection.url.replace(/[^/]*$/, 'nowhere') } : connection
  await expect(openDatabase(missing)).rejects.toMatchObject({ message: oneLine('没有这个数据库') })
})

it('prepares each parameterised statement once, but for those that are to be planned for what is asked', async () => {
  const db = await openDatabase(database.connection, { poolSize: 1 })
  onTestFinished(() => db.destroy())
  for (const value of [1, 2, 3]) await sql`select ${value}::integer as value`.execute(db)
  await sql`select ${plannedAnew} ${4}::integer as value`.execute(db)
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)
  expect(rows.map((r) => r.statement)).toEqual(['select $1::integer as value'])
})

it('does a transaction again when the database asks for it', async () => {
  await sql`create table account (id integer primary key, amount integer)`.execute(database.db)
  await sql`insert into account values (1, 0), (2, 0)`.execute(database.db)
  // each locks its first row, then wants the other's: a deadlock, which PostgreSQL breaks by refusing one
  let begun = 0
  let go = () => {}
  const bothHoldOne = new Promise<void>((resolve) => {
    go = resolve
  })
  const both = [
    [1, 2],
    [2, 1],
  ].map(([first, second]) =>
    withTx(database.db, async (tx) => {
      await sql`update account set amount = amount + 1 where id = ${first}`.execute(tx)
      if (++begun === 2) go()
      await bothHoldOne
      await sql`update account set amount = amount + 1 where id = ${second}`.execute(tx)
    }),
  )
  await Promise.all(both)
  expect(begun).toBe(3) // one of them did it again
  const { rows } = await sql<{ amount: number }>`select amount from account`.execute(database.db)
  expect(rows).toEqual([{ amount: 2 }, { amount: 2 }])
})

it('leaves nothing of a transaction that fails', async () => {
  await sql`create table trace (id integer)`.execute(database.db)
  const failing = withTx(database.db, async (tx) => {
    await sql`insert into trace values (1)`.execute(tx)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect((await sql`select * from trace`.execute(database.db)).rows).toEqual([])
})

it('says in words for people that the disk is full', async () => {
  const full = withTx(database.db, (tx) =>
    // as PostgreSQL itself raises it when a table finds no room
    sql`do $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`.execute(tx),
  )
  await expect(full).rejects.toMatchObject({ code: 'database.full', status: 503 })
})

it('loses only the transaction whose connection broke between two statements, and goes on', async () => {
  const broken: string[] = []
  const db = await openDatabase(database.connection, {
    poolSize: 1,
    onIdleError: ({ message }) => broken.push(message),
  })
  onTestFinished(() => db.destroy())
  const halfway = withTx(db, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`.execute(database.db)
    while (broken.length === 0) await setTimeout(5)
    await sql`select 1`.execute(tx)
  })
  await expect(halfway).rejects.toThrow()
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
})
