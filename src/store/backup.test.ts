import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, testDatabase } from '../../test/database.ts'
import { goldenForms, selfEvaluation, stamp } from '../../test/forms.ts'
import { system } from '../kernel/policy/actor.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { backup, restore } from './backup.ts'
import { type Database, withTx } from './db.ts'
import * as documents from './documents.ts'
import { record } from './events.ts'
import { list } from './form-list.ts'
import * as forms from './forms.ts'
import { verify } from './verify.ts'

const database = testDatabase()
const now = new Date('2024-03-01T08:00:00.123Z')
const folder = mkdtempSync(join(tmpdir(), 'hengji-backup-'))
const file = join(folder, '备份.hengji')
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  await withTx(database.db, async (tx) => {
    const who = stamp('王"五\\', now.toISOString())
    const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7919) % 256)
    const { document } = await documents.save(tx, { name: '自评表,{1}.docx', mediaType: 'application/x', bytes }, who)
    const all = [...goldenForms('002'), ...goldenForms('004'), selfEvaluation({ grade: '优"\\\n\t{NULL},' })]
    await forms.saveAll(tx, all, document.id, { reason: '导入', stamp: who })
    await forms.save(tx, selfEvaluation({ grade: null }), { reason: '更正', stamp: who })
    await record(
      tx,
      { region: '上海市', name: 'document.import', subject: document.id, details: { forms: all.length } },
      who,
    )
  })
})

/** Every row of every table, as text. */
async function everything(db: Database): Promise<unknown> {
  const tables = (await db.introspection.getTables()).map((t) => t.name).filter((name) => !name.startsWith('migration'))
  const all = await Promise.all(
    tables.map(async (name) => {
      const { rows } = await sql<{
        row: string
      }>`select t::text as row from ${sql.table(name)} as t order by 1`.execute(db)
      return [name, rows.map((r) => r.row)]
    }),
  )
  return Object.fromEntries(all)
}

it('brings everything back into an empty database, migrated or not', async () => {
  const counts = await backup(database.db, file, now)
  expect(counts).toMatchObject({ document: 1, form: 34, form_version: 35, event: 1 })
  for (const migrated of [true, false]) {
    const other = await freshDatabase({ migrated })
    expect(await restore(other.db, file, { now })).toEqual(counts)
    expect(await everything(other.db)).toEqual(await everything(database.db))
    expect((await verify(other.db)).damages).toEqual([])
    await expect(sql`delete from event`.execute(other.db)).rejects.toThrow('append-only')
    await other.close()
  }
})

it('is readable by its owner only, and whole or absent', async () => {
  await backup(database.db, file, now)
  expect(statSync(file).mode & 0o077).toBe(0)
  await expect(backup(database.db, join(folder, 'no', 'such', 'place'), now)).rejects.toThrow('ENOENT')
})

it('replaces stored forms only when told so', async () => {
  await backup(database.db, file, now)
  const other = await freshDatabase()
  await withTx(other.db, (tx) => forms.save(tx, selfEvaluation(), { reason: '录入', stamp: stamp() }))
  await expect(restore(other.db, file, { now })).rejects.toMatchObject({ code: 'database.notEmpty' })
  expect((await list(other.db, scopeOf(system, 'form.read'), {})).total).toBe(1)
  await restore(other.db, file, { now, force: true })
  expect(await everything(other.db)).toEqual(await everything(database.db))
  await other.close()
})

it.each([
  ['a file that is not there', undefined],
  ['something else', Buffer.from('绩效')],
  ['an empty file', Buffer.alloc(0)],
  ['something else, compressed', gzipSync('绩效\n{}\n')],
  ['half a file', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
  ['a file without its end', (whole: Buffer) => edit(whole, (text) => text.replace('{"end":true}\n', ''))],
  ['a changed row', (whole: Buffer) => edit(whole, (text) => text.replace('宣传', '宣专'))],
  ['a missing row', (whole: Buffer) => edit(whole, (text) => text.replace(/\n\[.*/, ''))],
])('refuses %s and leaves the database as it was', async (_, content) => {
  await backup(database.db, file, now)
  const path = join(folder, 'bad.hengji')
  rmSync(path, { force: true })
  if (content) writeFileSync(path, typeof content === 'function' ? content(readFileSync(file)) : content)
  const before = await everything(database.db)
  await expect(restore(database.db, path, { now, force: true })).rejects.toMatchObject({
    code: 'backup.unusable',
    message: expect.stringMatching(/^[^\n]*bad\.hengji[^\n]*$/),
  })
  expect(await everything(database.db)).toEqual(before)
})

it('refuses a backup of a newer program', async () => {
  await backup(database.db, file, now)
  const newer = edit(readFileSync(file), (text) =>
    text.replace('"migrations":[', '"migrations":[{"name":"20990101-01-x","sha256":""},'),
  )
  const path = join(folder, 'newer.hengji')
  writeFileSync(path, newer)
  await expect(restore(database.db, path, { now, force: true })).rejects.toMatchObject({ code: 'database.newer' })
})

const edit = (whole: Buffer, change: (text: string) => string): Buffer => {
  const before = gunzipSync(whole).toString()
  const after = change(before)
  if (after === before) throw new Error('the change changes nothing')
  return gzipSync(after)
}
