// A backup is of one moment, whatever is written while it is made; what comes back is that moment, whole.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { freshDatabase, testDatabase } from '../../test/database.ts'
import { goldenForms, selfEvaluation, stamp } from '../../test/forms.ts'
import { backup, restore } from './backup.ts'
import { type Database, withTx } from './db.ts'
import { record } from './events.ts'
import * as forms from './forms.ts'
import { verify } from './verify.ts'

const database = testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'hengji-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))
const now = new Date('2024-03-01T08:00:00.000Z')

/** One save as the program makes it: version, facts and event in one transaction. */
const save = (db: Database, region: string, n: number) =>
  withTx(db, async (tx) => {
    const form = selfEvaluation({ region, grade: `第${n}次` })
    const { id, number } = await forms.save(tx, form, { reason: '保存', stamp: stamp() })
    await record(tx, { region, name: 'form.save', subject: id, details: { number } }, stamp())
  })

/** All rows, without the time the backup was made. */
const rowsOf = (file: string): string[] => gunzipSync(readFileSync(file)).toString().split('\n').slice(1)

it('brings back exactly one moment of a busy database, and a row changed there is found', async () => {
  const { db } = database
  await withTx(db, (tx) =>
    Promise.all(goldenForms('002').map((form) => forms.save(tx, form, { reason: '导入', stamp: stamp() }))),
  )
  let busy = true
  const saves = [0, 0, 0]
  const writers = ['甲市', '乙市', '丙市'].map(async (region, i) => {
    for (let n = 1; busy; n++) {
      await save(db, region, n)
      saves[i] = n
    }
  })
  const allReach = (n: number) => expect.poll(() => Math.min(...saves)).toBeGreaterThanOrEqual(n)
  await allReach(3)
  const [first, second] = [join(folder, '1.hengji'), join(folder, '2.hengji')]
  const counts = await backup(db, first, now)
  await allReach(Math.max(...saves) + 1) // nobody had stopped
  busy = false
  await Promise.all(writers)

  const other = await freshDatabase()
  onTestFinished(() => other.close())
  expect(await restore(other.db, first, { now })).toEqual(counts)
  await backup(other.db, second, now)
  expect(rowsOf(second)).toEqual(rowsOf(first))
  const { versions, events, damages } = await verify(other.db)
  expect(damages).toEqual([])
  // a version and its event came in one transaction: the moment cuts between none of them
  expect(versions - goldenForms('002').length).toBe(events)

  await sql`alter table form_version disable trigger user`.execute(other.db)
  await sql`update form_version set form = jsonb_set(form, '{grade}', '"优"') where region = '乙市' and number = 2`.execute(
    other.db,
  )
  const found = (await verify(other.db)).damages
  expect(found.map(({ what }) => what)).toEqual(['version'])
})
