// Small forms for the tests of difference and merge, and edits as people make them.
import * as fc from 'fast-check'
import { parseActual, parseTarget } from '../value/value.ts'
import { blankForm, blankFund, blankIndicator } from './blank.ts'
import type { Form, Indicator } from './form.ts'

export const indicator = (key: string, name: string, target: string, more: Partial<Indicator> = {}): Indicator => ({
  ...blankIndicator,
  key,
  dimension: '产出指标',
  aspect: '数量指标',
  name,
  target: parseTarget(target),
  actual: parseActual(null),
  weight: '10',
  ...more,
})

export const formWith = (...indicators: Indicator[]): Form => ({
  ...blankForm('project-self-evaluation'),
  year: 2024,
  amountUnit: '万元',
  project: {
    code: null,
    name: '业务经费',
    nature: null,
    category: null,
    start: null,
    end: null,
    purpose: null,
  },
  funds: [{ ...blankFund('年度资金总额'), initialBudget: '100.00' }],
  goals: { overall: null, annual: '按期完成', expected: null, actual: null },
  indicators,
})

export const threeRows = formWith(
  indicator('a', '印制宣传海报', '≥20次'),
  indicator('b', '检验报告合格率', '≥95%'),
  indicator('c', '验收完成时间', '2024年12月底前'),
)

type Edit = (form: Form) => Form

const word = fc.constantFrom('甲', '乙', '丙', '丁')
const at = fc.nat(20)
const onRow =
  (n: number, change: (row: Indicator) => Indicator): Edit =>
  (form) => ({
    ...form,
    indicators: form.indicators.map((row, i) => (i === n % form.indicators.length ? change(row) : row)),
  })

const moved = <T>(rows: readonly T[], from: number, to: number): T[] => {
  const row = rows[from % Math.max(1, rows.length)]
  const rest = rows.filter((one) => one !== row)
  return row === undefined ? [...rows] : rest.toSpliced(to % (rest.length + 1), 0, row)
}

/** One edit: a cell, a row added, removed or moved, an amount, a goal. `side` keeps the keys of added rows apart. */
const edit = (side: string): fc.Arbitrary<Edit> =>
  fc.oneof(
    fc.tuple(at, word).map(([n, w]) => onRow(n, (row) => ({ ...row, deviation: w }))),
    fc.tuple(at, fc.nat(9)).map(([n, x]) => onRow(n, (row) => ({ ...row, target: parseTarget(`≥${x}次`) }))),
    fc.tuple(at, fc.nat(9)).map(([n, x]) => onRow(n, (row) => ({ ...row, remarks: { 评分细则: String(x) } }))),
    fc.tuple(at, fc.uuid()).map(
      ([n, key]): Edit =>
        (form) => ({
          ...form,
          indicators: form.indicators.toSpliced(
            n % (form.indicators.length + 1),
            0,
            indicator(`${side}${key}`, `新增${key.slice(0, 4)}`, '≥1次'),
          ),
        }),
    ),
    at.map(
      (n): Edit =>
        (form) => ({ ...form, indicators: form.indicators.filter((_, i) => i !== n % form.indicators.length) }),
    ),
    fc.tuple(at, at).map(
      ([from, to]): Edit =>
        (form) => ({ ...form, indicators: moved(form.indicators, from, to) }),
    ),
    fc.nat(999).map(
      (x): Edit =>
        (form) => ({ ...form, funds: form.funds.map((fund) => ({ ...fund, executed: `${x}.00` })) }),
    ),
    word.map(
      (w): Edit =>
        (form) => ({ ...form, goals: { ...form.goals, actual: w } }),
    ),
    word.map(
      (w): Edit =>
        (form) => ({ ...form, remarks: { ...form.remarks, 评价结论: w } }),
    ),
  )

/** What one person makes of a form: some edits, one after the other. */
export const editsBy = (side: string): fc.Arbitrary<Edit> =>
  fc.array(edit(side), { maxLength: 6 }).map((edits) => (form) => edits.reduce((now, change) => change(now), form))
