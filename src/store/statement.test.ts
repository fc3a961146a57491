import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { beginChain } from './events.ts'
import { statement, type Value } from './statement.ts'

const database = testDatabase()

it('is built once, and every sending has values of its own', async () => {
  let built = 0
  const add = statement((value: Value<{ readonly a: number; readonly b: { readonly c: number } }>) => {
    built++
    return sql<{ sum: number }>`select ${value(({ a }) => a)}::integer - ${value(({ b }) => b.c)} + ${100} as sum`
  })
  const sums = [1, 2, 3].map((a) => add(database.db, { a, b: { c: a * a } }))
  expect(await Promise.all(sums)).toEqual([[{ sum: 100 }], [{ sum: 98 }], [{ sum: 94 }]])
  expect(built).toBe(1)
})

it('takes nothing, lists, moments and objects that look like anything as values', async () => {
  const echo = statement(
    (value: Value<readonly [string | null, readonly string[], Date]>) =>
      sql<{ text: string | null; list: string[]; at: Date }>`
        select ${value(([text]) => text)}::text as text, ${value(([, list]) => list)}::text[] as list,
          ${value(([, , at]) => at)}::timestamptz as at`,
  )
  const at = new Date('2026-11-21T09:00:00Z')
  expect(await echo(database.db, [null, [], at])).toEqual([{ text: null, list: [], at }])
  expect(await echo(database.db, ["'$1", ['a,b', '{"'], at])).toEqual([{ text: "'$1", list: ['a,b', '{"'], at }])
})

it('belongs to no connection: a transaction sends it too, and sees what it wrote', async () => {
  const count = statement(
    (value: Value<string>) =>
      sql<{ n: number }>`select count(*)::integer as n from event_head where region = ${value((name) => name)}`,
  )
  expect(await count(database.db, '某市')).toEqual([{ n: 0 }])
  await database.db.transaction().execute(async (tx) => {
    await beginChain(tx, '某市')
    expect(await count(tx, '某市')).toEqual([{ n: 1 }])
  })
})
