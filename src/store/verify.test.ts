import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { selfEvaluation, stamp } from '../../test/forms.ts'
import { type Tx, withTx } from './db.ts'
import * as documents from './documents.ts'
import * as events from './events.ts'
import * as forms from './forms.ts'
import { verify, verifyWithin } from './verify.ts'

const database = testDatabase()

beforeAll(() =>
  withTx(database.db, async (tx) => {
    const { document } = await documents.save(
      tx,
      { name: 'a.txt', mediaType: 'text/plain', bytes: Buffer.from('a') },
      stamp(),
    )
    for (const grade of ['优', '良', '中'])
      await forms.save(tx, selfEvaluation({ grade }), {
        reason: '录入',
        stamp: stamp(),
        origin: { documentId: document.id, position: 1 },
      })
    for (const subject of ['1', '2', '3'])
      await events.record(
        tx,
        { region: '某市', name: 'form.save', subject, details: { b: 1, a: [null, '甲'] } },
        stamp(),
      )
  }),
)

it('finds nothing where nothing was touched', async () => {
  expect(await verify(database.db)).toEqual({ documents: 1, forms: 1, versions: 3, events: 3, steps: 0, damages: [] })
})

class Undo extends Error {}

/** What verify says after somebody with full rights did this behind our back; undone afterwards. */
async function damagesAfter(...statements: (string | ((tx: Tx) => Promise<void>))[]): Promise<string[]> {
  let found: string[] = []
  const tamper = async (tx: Tx) => {
    for (const table of ['event', 'form_version', 'document'])
      await sql.raw(`alter table ${table} disable trigger user`).execute(tx)
    for (const step of statements) await (typeof step === 'string' ? sql.raw(step).execute(tx) : step(tx))
    found = (await verifyWithin(tx)).damages.map((d) => `${d.what}: ${d.message}`)
    throw new Undo()
  }
  await withTx(database.db, tamper).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
  return found
}

it.each([
  ['a document whose bytes changed', ["update document set bytes = 'b'"], /^document: 文件“a.txt”/],
  [
    'a version that says something else',
    [`update form_version set form = jsonb_set(form, '{grade}', '"优"') where number = 2`],
    /^version: .*第2版的内容/,
  ],
  ['another author', ["update form_version set saved_by = '无名' where number = 1"], /^version: .*第1版的内容/],
  ['a missing version', ['delete from form_version where number = 2'], /^version: .*第3版与前一版接不上/],
  ['a missing newest version', ['delete from form_version where number = 3'], /^form: .*当前版本/],
  [
    'an old version made current',
    ['update form set version = 2, hash = (select hash from form_version where number = 2)'],
    /^form: .*当前版本/,
  ],
  ['a changed fact', ['update indicator_fact set actual_value = 99'], /^fact: /],
  ['a missing fact', ['delete from fund_fact'], /^fact: /],
  ['a changed event', ["update event set actor = '无名' where number = 2"], /^event: 某市的第2条审计记录被改动/],
  ['a missing event', ['delete from event where number = 2'], /^event: 某市的第3条审计记录之前/],
  ['a missing last event', ['delete from event where number = 3'], /^event: 某市的审计记录的末尾/],
  [
    'an event beside the chain',
    [
      "insert into event select '他市', 1, id, at, actor, name, subject, details, null, hash from event where number = 1",
    ],
    /^event: 他市/,
  ],
])('finds %s', async (_, statements, message) => {
  expect(await damagesAfter(...statements)).toContainEqual(expect.stringMatching(message))
})

/** By somebody who knows how the hash is made: the version says something else, and its hash fits. */
const rewrite = (number: number) => async (tx: Tx) => {
  const version = await tx
    .selectFrom('form_version')
    .select(['region', 'year', 'form_id as formId', 'number', 'form', 'previous_hash as previousHash'])
    .select(['saved_at as savedAt', 'saved_by as savedBy', 'reason', 'document_id as documentId', 'position'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const form = { ...version.form, grade: '差' }
  const hash = forms.versionHash({ ...version, form })
  await sql`update form_version set form = ${JSON.stringify(form)}::jsonb, hash = ${hash} where number = ${number}`.execute(
    tx,
  )
}

it('finds a version written anew with its hash by the one that follows it', async () => {
  const found = await damagesAfter(rewrite(1))
  expect(found).toEqual([expect.stringMatching(/^version: .*第2版与前一版接不上/)])
})

it('finds the newest version written anew with its hash by what the form knows of it', async () => {
  const found = await damagesAfter(rewrite(3))
  expect(found).toEqual([expect.stringMatching(/^form: .*当前版本/)])
})

it('still finds nothing after all that', async () => {
  expect((await verify(database.db)).damages).toEqual([])
})

it('tells the events of one subject, newest first', async () => {
  expect((await events.list(database.db, { subject: '2' })).map((e) => [e.number, e.details])).toEqual([
    [2, { b: 1, a: [null, '甲'] }],
  ])
})
