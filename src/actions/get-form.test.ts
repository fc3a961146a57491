import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { selfEvaluation, stamp } from '../../test/forms.ts'
import { system } from '../kernel/policy/actor.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { evaluation2023, target2024 } from '../kernel/review/samples-of-two-years.ts'
import { withTx } from '../store/db.ts'
import * as forms from '../store/forms.ts'
import * as organisations from '../store/organisations.ts'
import { ofSameOffice } from '../store/related-forms.ts'
import { getForm } from './get-form.ts'

const database = testDatabase()
const everything = scopeOf(system, 'form.read')

const save = async (form: Parameters<typeof forms.save>[1]): Promise<string> =>
  (await withTx(database.db, (tx) => forms.save(tx, form, { reason: '测试', stamp: stamp() }))).id

const before = evaluation2023('质量发展专项经费', '55.50', {
  name: '发布召回信息',
  target: '≥30.00(条)',
  actual: '70.00(条)',
})
const now = target2024('质量发展专项经费', '55.72', { name: '年发布召回信息', target: '≥40.00(条)' })

describe('the stored forms a form is checked against', () => {
  it('are those of the same office, of its year and the year before, and nothing of another office', async () => {
    await save(before)
    await save({ ...before, year: 2021 })
    await save(selfEvaluation({ unit: { code: null, name: '别的单位' }, year: 2023 }))
    const id = await save(now)
    const found = await ofSameOffice(database.db, everything, id, now)
    expect(found.map(({ year, unit, project }) => [year, unit?.name, project?.name])).toEqual([
      [2023, '某市教师进修学校', '质量发展专项经费'],
    ])
  })

  it('let a stored form be held against last year without being uploaded again', async () => {
    const id = await save(now)
    const { now: at, newId } = stamp()
    const { check } = await getForm({ db: database.db, actor: system, now: () => at, newId }, { id })
    expect(check.findings.map(({ rule, path }) => `${rule} ${path}`)).toContain('Y01 indicators[0].target')
  })

  it('are only those the actor may see', async () => {
    const id = await save(now)
    const nothing = { ...everything, everything: false, exact: [], subtrees: [], published: false, assignedTo: null }
    expect(await ofSameOffice(database.db, nothing, id, now)).toEqual([])
  })

  it('tell of what was published that it is no final paper', async () => {
    const foundIn = async (published: boolean) => {
      const draft = selfEvaluation({ title: '项目支出绩效自评表（征求意见稿）', year: published ? 2019 : 2020 })
      const options = { reason: '测试', stamp: stamp(), published }
      const { id } = await withTx(database.db, (tx) => forms.save(tx, draft, options))
      const { now: at, newId } = stamp()
      return (await getForm({ db: database.db, actor: system, now: () => at, newId }, { id })).check
    }
    expect((await foundIn(false)).notChecked.map(({ rule }) => rule)).toContain('P05')
    expect((await foundIn(true)).findings.map(({ rule }) => rule)).toContain('P05')
  })

  it('say which units the department has, and nothing where the tree does not know the department', async () => {
    const form = { ...now, unit: { code: '355101', name: '某市教师进修学校' }, year: 2022 }
    const id = await save(form)
    const asked = async () => {
      const { now: at, newId } = stamp()
      const { check } = await getForm({ db: database.db, actor: system, now: () => at, newId }, { id })
      return check
    }
    expect((await asked()).notChecked.map(({ rule }) => rule)).toContain('A04')
    const department = { id: stamp().newId(), code: '355', name: '某市教育局', parentId: null }
    await withTx(database.db, (tx) =>
      organisations.insertAll(tx, [
        {
          ...department,
          kind: 'department',
          path: `/${department.id}/`,
          region: '',
          validFrom: '2020-01-01',
          validTo: null,
        },
      ]),
    )
    expect((await asked()).findings.filter(({ rule }) => rule === 'A04').map(({ message }) => message)).toEqual([
      '单位代码 355101 不在预算单位名录中。',
    ])
  })
})
