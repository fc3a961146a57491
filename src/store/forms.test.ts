import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { goldenForms, selfEvaluation, stamp } from '../../test/forms.ts'
import { system } from '../kernel/policy/actor.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { withTx } from './db.ts'
import * as documents from './documents.ts'
import * as facts from './facts.ts'
import { choices, list } from './form-list.ts'
import * as forms from './forms.ts'

const database = testDatabase()
const everything = scopeOf(system, 'form.read')
const text = (content: string) => ({ name: '自评表.txt', mediaType: 'text/plain', bytes: Buffer.from(content) })

/** What an import does: keep the file, then its forms. */
const importDocument = (content: string, given: Parameters<typeof forms.saveAll>[1], who = stamp()) =>
  withTx(database.db, async (tx) => {
    const { document, isNew } = await documents.save(tx, text(content), who)
    return { document, isNew, saved: await forms.saveAll(tx, given, document.id, { reason: '导入', stamp: who }) }
  })

const outcomes = (saved: readonly forms.Saved[]) => saved.map((s) => s.outcome)

describe('importing', () => {
  it('changes nothing when the same document comes again', async () => {
    const first = await importDocument('document 002', goldenForms('002'))
    expect(first.isNew).toBe(true)
    expect(outcomes(first.saved)).toEqual(Array(5).fill('created'))
    const second = await importDocument('document 002', goldenForms('002'), stamp('李四', '2024-04-01T00:00:00Z'))
    expect(second.isNew).toBe(false)
    expect(second.document).toEqual(first.document)
    expect(second.saved).toEqual(first.saved.map((s) => ({ ...s, outcome: 'unchanged' })))
    expect(await documents.bytes(database.db, everything, first.document.id)).toEqual(Buffer.from('document 002'))
  })

  it('makes no new version for the same form in another document', async () => {
    const form = selfEvaluation({ project: named('同一项目') })
    const [first] = (await importDocument('a', [form])).saved
    const again = await importDocument('b', [{ ...form, sources: { grade: { line: 7, text: '优' } } }])
    expect(again.saved).toEqual([{ ...first, outcome: 'unchanged' }])
    expect(await forms.inDocument(database.db, again.document.id)).toEqual([
      { id: first?.id, number: 1, position: 1, kind: 'project-self-evaluation' },
    ])
  })

  it('keeps every version when the content changes, each chained to the one before', async () => {
    const form = selfEvaluation({ project: named('改过的项目') })
    const [first] = (await importDocument('c', [form])).saved
    const [second] = (await importDocument('d', [{ ...form, grade: '良' }], stamp('李四'))).saved
    expect(second).toMatchObject({ id: first?.id, number: 2, outcome: 'changed' })
    const id = first?.id ?? ''
    expect((await forms.load(database.db, everything, id))?.form.grade).toBe('良')
    expect((await forms.load(database.db, everything, id, 1))?.form.grade).toBe('优')
    expect((await forms.history(database.db, id)).map((v) => [v.number, v.savedBy])).toEqual([
      [2, '李四'],
      [1, '张三'],
    ])
  })

  it('keeps two forms of one name in one document apart', async () => {
    const twins = [selfEvaluation({ project: named('双生') }), selfEvaluation({ project: named('双生'), grade: '中' })]
    const { saved } = await importDocument('e', twins)
    expect(new Set(saved.map((s) => s.id)).size).toBe(2)
    expect(outcomes((await importDocument('f', twins)).saved)).toEqual(['unchanged', 'unchanged'])
  })

  it('loads a form exactly as it was saved, with its document', async () => {
    const { document, saved } = await importDocument('document 004', goldenForms('004'))
    for (const [i, form] of goldenForms('004').entries()) {
      const stored = await forms.load(database.db, everything, saved[i]?.id ?? '')
      expect(stored?.form).toEqual(form)
      expect(stored?.document).toEqual({ id: document.id, name: '自评表.txt', position: i + 1 })
    }
  })

  it('saves one version when two people import the same form at once', async () => {
    const form = selfEvaluation({ project: named('同时') })
    const both = await Promise.all([importDocument('g', [form]), importDocument('h', [form])])
    expect(both.flatMap((one) => outcomes(one.saved)).sort()).toEqual(['created', 'unchanged'])
  })
})

describe('saving', () => {
  const save = (form: Parameters<typeof forms.save>[1], basedOn?: number) =>
    withTx(database.db, (tx) =>
      forms.save(tx, form, { reason: '修改', stamp: stamp(), ...(basedOn === undefined ? {} : { basedOn }) }),
    )

  it('refuses a change made on a version that is no longer current', async () => {
    const form = selfEvaluation({ project: named('抢先') })
    await save(form)
    await save({ ...form, grade: '良' }, 1)
    await expect(save({ ...form, grade: '差' }, 1)).rejects.toMatchObject({ code: 'form.changed' })
  })

  it('refuses text a database cannot hold, and saves nothing', async () => {
    const form = selfEvaluation({ project: named('空字符'), grade: '优\u0000' })
    await expect(save(form)).rejects.toMatchObject({ code: 'form.notStorable' })
    expect((await list(database.db, everything, { project: '空字符' })).total).toBe(0)
  })

  it.each(['form_version', 'document', 'event'])('lets nobody change or remove a row of %s', async (table) => {
    const column = { form_version: 'reason', document: 'name', event: 'actor' }[table]
    for (const statement of [
      `update ${table} set ${column} = '改'`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ])
      await expect(sql.raw(statement).execute(database.db)).rejects.toThrow('append-only')
  })
})

describe('facts', () => {
  const key = (id = '') => ({ region: '某市', year: 2023, id })
  const saveOne = async (over: Parameters<typeof selfEvaluation>[0]) =>
    key((await importDocument(JSON.stringify(over), [selfEvaluation(over)])).saved[0]?.id)

  it('carry amounts in 元 and exact numbers', async () => {
    const { funds, indicators } = await facts.load(database.db, await saveOne({ project: named('事实') }))
    expect(funds).toMatchObject([{ label: '年度资金总额', annual_budget: '1000000', executed: '805000', rate: '80.5' }])
    expect(indicators).toMatchObject([{ comparator: '>=', target_value: '30', actual_value: '31', score: '90' }])
  })

  it('leave amounts out where the form does not print the unit', async () => {
    const { funds } = await facts.load(database.db, await saveOne({ project: named('无单位'), amountUnit: null }))
    expect(funds).toMatchObject([{ annual_budget: null, rate: '80.5' }])
  })

  it('follow the newest version', async () => {
    const before = await saveOne({ project: named('随版本') })
    const after = await saveOne({ project: named('随版本'), indicators: [] })
    expect(after).toEqual(before)
    expect((await facts.load(database.db, after)).indicators).toEqual([])
  })

  it('can be rebuilt from the forms', async () => {
    const one = await saveOne({ project: named('重建') })
    const before = await facts.load(database.db, one)
    await sql`delete from indicator_fact`.execute(database.db)
    await sql`update fund_fact set executed = 1`.execute(database.db)
    expect(await facts.rebuildFacts(database.db, 3)).toBe((await list(database.db, everything, {})).total)
    expect(await facts.load(database.db, one)).toEqual(before)
  })
})

describe('the list', () => {
  const find = async (filter: Parameters<typeof list>[2]) =>
    (await list(database.db, everything, filter)).rows.map((row) => row.project).sort()

  it('is searched by words of project, unit and department, in any order', async () => {
    const unit = { code: '990077', name: '示例市档案馆' }
    await importDocument('list', [
      selfEvaluation({ unit, region: '示例市', project: named('档案 数字化ＡＢＣ') }),
      selfEvaluation({ unit, region: '示例市', year: null, project: named('库房100%达标_改造'), grade: '良' }),
    ])
    expect(await find({ text: '示例市档案馆 数字化abc' })).toEqual(['档案 数字化ＡＢＣ'])
    expect(await find({ text: '990077' })).toHaveLength(2)
    expect(await find({ text: '100%达标_' })).toEqual(['库房100%达标_改造'])
    expect(await find({ text: '100_达标' })).toEqual([])
    for (const word of ['库', '库房', '房1', '达标_', '%', '0%达'])
      expect([word, await find({ text: word, region: '示例市' })]).toEqual([word, ['库房100%达标_改造']])
    for (const word of ['房库', '达标__', '库\\房']) expect([word, await find({ text: word })]).toEqual([word, []])
  })

  it('is filtered by unit, region, year, grade and kind', async () => {
    expect(await find({ region: '示例市', grade: '良' })).toEqual(['库房100%达标_改造'])
    expect(await find({ unit: '档案馆', year: 2023 })).toEqual(['档案 数字化ＡＢＣ'])
    expect(await find({ region: '示例市', kind: 'department-target' })).toEqual([])
  })

  it('shows absent things as absent, amounts as printed', async () => {
    const { rows } = await list(database.db, everything, { region: '示例市', grade: '良' })
    expect(rows).toMatchObject([
      { year: null, budget: '100.00', amountUnit: '万元', score: '98.05', indicators: 1, version: 1 },
    ])
  })

  it('comes in pages that together hold everything once', async () => {
    const { total } = await list(database.db, everything, {})
    const ids = new Set<string>()
    for (let offset = 0; offset < total; offset += 7)
      for (const row of (await list(database.db, everything, {}, { offset, limit: 7 })).rows) ids.add(row.id)
    expect(ids.size).toBe(total)
  })

  it('offers what there is to filter by', async () => {
    const { years, regions, grades } = await choices(database.db, everything)
    expect(years).toContain(2023)
    expect(years).not.toContain(0)
    expect(regions).toContain('示例市')
    expect(grades).toContain('良')
  })

  it('offers nobody what only forms out of their reach would answer', async () => {
    const unit = { id: stamp().newId(), path: `/${stamp().newId()}/` }
    const other = stamp().newId()
    for (const [id, path] of [
      [unit.id, unit.path],
      [other, `/${other}/`],
    ])
      await sql`insert into organisation (id, kind, code, name, path, region, valid_from, search)
        values (${id}, 'unit', ${id}, '示例单位', ${path}, '', '2020-01-01', '')`.execute(database.db)
    const give = (region: string, organisation: string, published: Date | null) =>
      database.db
        .updateTable('form')
        .set({ organisation_id: organisation, published_at: published })
        .where('region', '=', region)
        .execute()
    for (const region of ['有关市', '无关市', '公开市'])
      await importDocument(region, [selfEvaluation({ region, grade: '中' })])
    await give('有关市', unit.id, null)
    await give('无关市', other, null)
    await give('公开市', other, new Date())
    const scope = { everything: false, exact: [], subtrees: [unit.path], assignedTo: null, published: true }
    for (const asked of [scope, { ...scope, exact: [unit.path], subtrees: [] }]) {
      expect((await choices(database.db, asked)).regions).toEqual(['公开市', '有关市'])
      const { rows } = await list(database.db, asked, { grade: '中' })
      expect(rows.map(({ region }) => region).sort()).toEqual(['公开市', '有关市'])
    }
    const anybody = { ...scope, subtrees: [] }
    expect((await choices(database.db, anybody)).regions).toEqual(['公开市'])
    expect((await choices(database.db, { ...anybody, published: false })).regions).toEqual([])
  })
})

const named = (name: string) => ({
  code: null,
  name,
  nature: null,
  category: null,
  start: null,
  end: null,
  purpose: null,
})
