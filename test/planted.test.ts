// Faults planted into published forms: for every rule of severity error the form as published is silent on it, and the
// same form with one fault is found, at the place of the fault.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readText } from '../src/documents/read-document.ts'
import type { Form, Fund, Indicator } from '../src/kernel/form/form.ts'
import { profileFor } from '../src/kernel/profile/choose.ts'
import { checkForm } from '../src/kernel/review/check.ts'
import type { MonitoringRound, Publication, Related } from '../src/kernel/review/related.ts'
import { rules } from '../src/kernel/review/rules/index.ts'
import { parseActual, parseTarget } from '../src/kernel/value/value.ts'

type Plant = (form: Form) => Form
type Planted = {
  /** Published form: document#number. */
  readonly in: '002#2' | '004#36'
  /** What the form is made before, where the rule is for another kind of form. */
  readonly as?: Plant
  readonly plant: Plant
  /** Where the finding must stand. */
  readonly at: string
  readonly related?: (published: Form, planted: Form) => Related
}

const rowOf = (index: number, change: (row: Indicator) => Partial<Indicator>): Plant => {
  const at = (row: Indicator, i: number): Indicator => (i === index ? { ...row, ...change(row) } : row)
  return (form) => ({ ...form, indicators: form.indicators.map(at) })
}
const target = (index: number, text: string): Plant => rowOf(index, () => ({ target: parseTarget(text) }))
const actual = (index: number, text: string | null, over: Partial<Indicator> = {}): Plant =>
  rowOf(index, () => ({ actual: parseActual(text), ...over }))
const money =
  (index: number, over: Partial<Fund>): Plant =>
  (form) => ({
    ...form,
    funds: form.funds.map((row, i) => (i === index ? { ...row, ...over } : row)),
  })
const without =
  (dimension: RegExp): Plant =>
  (form) => ({
    ...form,
    indicators: form.indicators.filter((row) => !dimension.test(row.dimension ?? '')),
  })
const goal =
  (change: (text: string) => string): Plant =>
  (form) => ({
    ...form,
    goals: { ...form.goals, expected: change(form.goals.expected ?? '') },
  })
const named =
  (name: string): Plant =>
  (form) => ({ ...form, project: form.project && { ...form.project, name } })

/** The published form as the target that was approved. */
const approved = (published: Form): Related => ({ approvedTarget: published })
const publication: Publication = {
  approvedOn: '2024-03-01',
  publishedOn: '2024-03-10',
  withheldBecause: null,
  approvedHash: '4f5943d1c27b',
  publishedHash: '4f5943d1c27b',
  statedAmounts: [],
}
const nothing: Plant = (form) => form
const published =
  (over: Partial<Publication>) =>
  (before: Form, after: Form): Related => ({
    publication: before === after ? publication : { ...publication, ...over },
  })
/** A project of the same office that has no form. */
const forgotten = (before: Form, after: Form): Related => {
  const unit = before.unit?.name ?? ''
  const known = { name: before.project?.name ?? '', unit }
  return { siblings: [after], projects: before === after ? [known] : [known, { name: '应急演练经费', unit }] }
}
const monitoring: Plant = (form) => ({
  ...form,
  kind: 'project-monitoring',
  totals: { weight: null, score: null },
  grade: null,
})
const round = (_: Form, form: Form): Related => {
  const one: MonitoringRound = {
    form,
    throughMonth: 7,
    dueOn: '2023-08-31',
    submittedOn: '2023-08-20',
    warnedOn: null,
    settledOn: null,
    adjustmentApplied: null,
  }
  return { monitoring: [one] }
}

/** 002#2 is 宣传业务经费 of 2023 (self-evaluation), 004#36 大型检测设备运行维护 of 2024 (target). */
const planted: Readonly<Record<string, Planted>> = {
  A01: { in: '002#2', plant: (form) => ({ ...form, unit: { code: null, name: null } }), at: 'unit.name' },
  A09: { in: '002#2', plant: without(/满意度/), at: 'indicators' },
  A12: { in: '002#2', plant: without(/效益/), at: 'indicators' },
  A13: { in: '002#2', plant: rowOf(0, () => ({ aspect: '过程指标' })), at: 'indicators[0].aspect' },
  A16: { in: '002#2', plant: rowOf(2, () => ({ name: null })), at: 'indicators[2].name' },
  A21: { in: '002#2', plant: goal((text) => text.padEnd(2001, '宣')), at: 'goals.expected' },
  A23: { in: '002#2', plant: goal((text) => `${text}联系人电话13800138000。`), at: 'goals.expected' },
  B01: { in: '002#2', plant: money(0, { executed: '128.21' }), at: 'funds[0].executed' },
  B02: { in: '002#2', plant: money(1, { executed: '170.44' }), at: 'funds[1].executed' },
  B03: { in: '002#2', plant: money(0, { rate: '85.20' }), at: 'funds[0].rate' },
  B04: { in: '002#2', plant: money(0, { score: '8.52' }), at: 'funds[0].score' },
  B09: { in: '004#36', plant: (form) => ({ ...form, amountUnit: '元' }), at: 'funds[0].initialBudget' },
  B10: { in: '002#2', plant: money(0, { annualBudget: '0.00' }), at: 'funds[0].annualBudget' },
  B12: { in: '004#36', plant: named('大型检测设备运行维护2024（非财政拨款项目）'), at: 'funds[1].initialBudget' },
  B14: { in: '004#36', plant: target(3, '≤500万元'), at: 'indicators[3].target' },
  C01: { in: '002#2', plant: rowOf(0, () => ({ name: '数量指标' })), at: 'indicators[0].name' },
  C04: { in: '002#2', plant: target(9, '上海市民对药械化知识的了解程度'), at: 'indicators[9].target' },
  C08: { in: '002#2', plant: target(3, '≤10(工作日)'), at: 'indicators[3].target' },
  D01: { in: '002#2', plant: target(4, '1111月25日前完成'), at: 'indicators[4].target' },
  D02: { in: '002#2', plant: target(2, '≤3(次)'), at: 'indicators[2].target' },
  D04: { in: '002#2', plant: rowOf(0, () => ({ direction: '小于等于' })), at: 'indicators[0].direction' },
  D05: { in: '002#2', plant: rowOf(0, () => ({ nature: '定性' })), at: 'indicators[0].nature' },
  D06: { in: '002#2', plant: target(0, '≥3'), at: 'indicators[0].target' },
  D08: { in: '004#36', plant: target(3, '≤50台'), at: 'indicators[3].target' },
  D14: { in: '002#2', plant: target(4, '2024年11月完成'), at: 'indicators[4].target' },
  D15: { in: '004#36', plant: target(2, '≤12'), at: 'indicators[2].target' },
  D20: { in: '002#2', plant: target(10, '满意'), at: 'indicators[10].target' },
  F01: { in: '002#2', plant: rowOf(0, () => ({ weight: '12.00' })), at: 'indicators' },
  F04: { in: '002#2', plant: rowOf(0, () => ({ weight: '0.00' })), at: 'indicators[0].weight' },
  F06: { in: '002#2', plant: rowOf(0, () => ({ weight: '12.00' })), at: 'indicators[0].weight', related: approved },
  F08: {
    in: '002#2',
    plant: rowOf(0, ({ dimension }) => ({ dimension: `${dimension}（85分）` })),
    at: 'indicators[0].dimension',
  },
  G01: { in: '002#2', plant: rowOf(0, () => ({ score: '10.50' })), at: 'indicators[0].score' },
  G03: { in: '002#2', plant: actual(0, '2.00(次)'), at: 'indicators[0].score' },
  G05: { in: '002#2', plant: actual(9, '部分达成指标并具有一定效果'), at: 'indicators[9].score' },
  G06: { in: '002#2', plant: actual(0, '完成'), at: 'indicators[0].actual' },
  G08: { in: '002#2', plant: actual(0, '4.00(人)'), at: 'indicators[0].actual' },
  G09: { in: '002#2', plant: actual(0, null), at: 'indicators[0].actual' },
  G10: { in: '002#2', plant: (form) => ({ ...form, totals: { ...form.totals, score: '98.52' } }), at: 'totals.score' },
  G11: { in: '002#2', plant: (form) => ({ ...form, grade: '良' }), at: 'grade' },
  G16: { in: '002#2', plant: rowOf(0, () => ({ name: '网站专栏建设' })), at: 'indicators[0].name', related: approved },
  H01: { in: '002#2', plant: actual(0, '2.00(次)', { score: '6.66' }), at: 'indicators[0].deviation' },
  M01: { in: '002#2', as: monitoring, plant: (form) => ({ ...form }), at: 'title', related: forgotten },
  M04: {
    in: '002#2',
    as: monitoring,
    plant: rowOf(0, () => ({ remarks: { 全年预计完成情况: '2(次)', 确定能: '√' } })),
    at: 'indicators[0].target',
    related: round,
  },
  M05: {
    in: '002#2',
    as: monitoring,
    plant: rowOf(0, () => ({ remarks: { 全年预计完成情况: '2(次)', 有可能: '√' } })),
    at: 'indicators[0].deviation',
    related: round,
  },
  P02: {
    in: '002#2',
    plant: (form) => ({ ...form }),
    at: 'title',
    related: published({ publishedHash: 'e70f346a3a70' }),
  },
  P03: {
    in: '002#2',
    plant: (form) => ({ ...form }),
    at: 'title',
    related: published({ publishedOn: null, withheldBecause: '领导要求' }),
  },
  P05: {
    in: '002#2',
    plant: (form) => ({ ...form, title: `${form.title}（草稿）` }),
    at: 'title',
    related: published({}),
  },
  Y09: { in: '002#2', plant: (form) => ({ ...form }), at: 'title', related: forgotten },
  Y10: { in: '002#2', plant: target(0, '≥2(次)'), at: 'indicators[0].target', related: approved },
}

function formAt(place: string): Form {
  const [name, number] = place.split('#')
  const text = readFileSync(new URL(`../demo/${name}.txt`, import.meta.url), 'utf8')
  const form = readText(text, `${name}.txt`).forms[Number(number) - 1]
  if (form === undefined) throw new Error(`no form ${place}`)
  return form
}
const forms = new Map(['002#2', '004#36'].map((place) => [place, formAt(place)]))

/** Where a rule speaks. */
const placesOf = (rule: string, form: Form, related: Related): string[] =>
  checkForm(form, profileFor(form), related)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ path }) => path)

describe('a fault planted into a published form', () => {
  it.each(Object.entries(planted))(
    '%s is found where it was planted, and only then',
    (rule, { as = nothing, plant, at, related, ...of }) => {
      const form = forms.get(of.in)
      if (form === undefined) throw new Error(`no form ${of.in}`)
      const before = as(form)
      const after = plant(before)
      expect(after).not.toBe(before)
      expect(placesOf(rule, before, related?.(before, before) ?? {})).toEqual([])
      expect(placesOf(rule, after, related?.(before, after) ?? {})).toContain(at)
    },
  )

  it('is tried for every rule of severity error', () => {
    const errors = rules.filter(({ severity }) => severity === 'error').map(({ id }) => id)
    expect(errors.filter((id) => !(id in planted))).toEqual([])
    expect(Object.keys(planted).filter((id) => !errors.some((error) => error === id))).toEqual([])
  })
})
