// What people ask all day is found by an index: however many forms a province has, nobody's list is read from all of them.
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { recorder } from '../bench/load/recorder.ts'
import { readsOf } from '../bench/portfolio/plans.ts'
import { makeProvince, places } from '../bench/portfolio/province.ts'
import { peopleOf, questions } from '../bench/portfolio/questions.ts'
import type { Context } from '../src/actions/context.ts'
import { newId } from '../src/actions/new-id.ts'
import type { Actor } from '../src/kernel/policy/actor.ts'
import { system } from '../src/kernel/policy/actor.ts'
import { openDatabase } from '../src/store/db.ts'
import { testDatabase } from './database.ts'

const database = testDatabase()
const forms = 3_000
/** Rows of a table looked at for one page, of the tables that grow with the forms. */
const most = forms / 4
const growing = new Set(['form', 'form_version', 'filing', 'indicator_fact', 'fund_fact', 'event', 'project'])

let people: ReadonlyMap<string, Actor>
let context: Context
const record = recorder()

beforeAll(async () => {
  const now = () => new Date()
  await makeProvince({ db: database.db, actor: system, now, newId: () => newId(now()) }, forms)
  people = new Map(peopleOf(await places(database.db)).map((actor) => [actor.name, actor]))
  const db = await openDatabase(database.connection, { poolSize: 1 }) // its connections are noted
  context = { db, actor: system, now, newId: () => newId(now()) }
  return () => db.destroy()
}, 300_000)

/** Rows of growing tables that were looked at, where an index may be used; a few thousand rows are else read whole. */
async function readFor(who: string, what: string): Promise<ReadonlyMap<string, number>> {
  const actor = people.get(who)
  const ask = questions[what]
  if (actor === undefined || ask === undefined) throw new Error(`nobody asks that: ${who}, ${what}`)
  const statements = await record(() => ask({ ...context, actor }))
  const client = new pg.Client(
    'url' in database.connection ? { connectionString: database.connection.url } : database.connection,
  )
  await client.connect()
  try {
    await client.query('set enable_seqscan = off')
    const read = new Map<string, number>()
    for (const { text, values } of statements)
      for (const { table, rows, indexOnly } of await readsOf(client, text, values))
        if (growing.has(table) && !indexOnly) read.set(table, Math.max(read.get(table) ?? 0, rows))
    return read
  } finally {
    await client.end()
  }
}

const selective: Readonly<Record<string, readonly string[]>> = {
  public: ['forms, a name in full', 'forms, nothing found', 'forms, year and region', 'published, a word'],
  'finance reviewer': ['forms, a name in full', 'forms, year and region', 'forms, a unit', 'filings, my turn'],
  'department reviewer': [
    'forms, two words',
    'forms, a unit',
    'filings, my turn',
    'filings, late',
    'filings, all',
    'filings, counted',
  ],
  preparer: [
    'forms, a name in full',
    'filings, my turn',
    'filings, late',
    'filings, all',
    'filings, counted',
    'indicators like one',
  ],
}

describe.each(Object.entries(selective))('asked by the %s', (who, asked) => {
  it.each(asked)('“%s” reads no more than a part of any table', async (what) => {
    const read = await readFor(who, what)
    expect([...read].filter(([, rows]) => rows > most)).toEqual([])
  })
})

it('would tell of a question that no index answers', async () => {
  const read = await readFor('command line', 'filings, counted')
  expect(read.get('filing')).toBeGreaterThan(most)
})
