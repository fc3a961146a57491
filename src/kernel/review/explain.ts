// How the numbers of a form came about, told the same by page, command line and report: what is printed beside what was
// computed, then its steps. The data say the steps as they are.
import { Decimal, plain, sum } from '../decimal.ts'
import type { Form } from '../form/form.ts'
import { fieldWords } from '../layout/field-words.ts'
import type { DerivationStep, FormScores, Score } from '../scoring/score.ts'
import { counted } from '../scoring/total.ts'
import type { FormCheck } from './check.ts'
import { type Light, lightLabel } from './light.ts'
import { besideText, computedText } from './words.ts'

/** One number: its cell ('' where it has none), one line, and what led to it. */
export type Told = { readonly path: string; readonly title: string; readonly steps: readonly DerivationStep[] }
/** The same with the numbers it is made of. */
export type Branch = Told & { readonly parts: readonly Branch[] }

/** The profile is the same for all numbers of a form: it stands at the top. */
const ofOneForm = (steps: readonly DerivationStep[]): readonly DerivationStep[] =>
  steps.filter(({ label }) => label !== '口径')

export const stepText = ({ label, text }: DerivationStep): string => `${label}：${text}`

export const scoreTold = (form: Form, score: Score): Told => ({
  path: score.path,
  title: `${fieldWords(form, score.path)}：${besideText(score.printed, computedText(score))}`,
  steps: ofOneForm(score.derivation),
})
export const totalTold = ({ printed, computed, derivation }: FormScores['total']): Told => ({
  path: 'totals.score',
  title: `总分：${besideText(printed, computed)}`,
  steps: ofOneForm(derivation),
})
export const gradeTold = ({ printed, computed, derivation }: FormScores['grade']): Told => ({
  path: 'grade',
  title: `等级：${besideText(printed, computed)}`,
  steps: ofOneForm(derivation),
})
export const lightTold = ({ light, derivation }: Light): Told => ({
  path: '',
  title: lightLabel[light],
  steps: ofOneForm(derivation),
})

type Checked = { readonly form: Form; readonly check: Pick<FormCheck, 'scores' | 'total' | 'grade'> }

/** 等级 ← 总分 ← 预算执行得分 ← 执行率; 总分 ← 一级指标 ← each of its indicators. Empty where nothing is scored. */
export function derivationTree({ form, check: { scores, total, grade } }: Checked): readonly Branch[] {
  const points = scores.filter(({ path }) => path.endsWith('.score'))
  if (points.length === 0) return []
  const leaf = (score: Score): Branch => ({ ...scoreTold(form, score), parts: [] })
  const money = points
    .filter(({ path }) => path.startsWith('funds'))
    .map((score) => ({ ...leaf(score), parts: scores.filter(({ path }) => path === rateOf(score)).map(leaf) }))
  const rows = points.filter(({ path }) => path.startsWith('indicators'))
  const groups = [...Map.groupBy(rows, (score) => dimensionOf(form, score))]
  const whole: Branch = {
    ...totalTold(total),
    parts: [
      ...money,
      ...groups.map(([name, of]) => ({ path: '', title: groupTitle(name, of), steps: [], parts: of.map(leaf) })),
    ],
  }
  return grade.derivation.length === 0 ? [whole] : [{ ...gradeTold(grade), parts: [whole] }]
}

const rateOf = ({ path }: Score): string => path.replace(/score$/, 'rate')

function dimensionOf(form: Form, { path }: Score): string {
  const index = Number(/\[(\d+)\]/.exec(path)?.[1])
  return form.indicators[index]?.dimension?.replace(/\s+/g, '') || '未写一级指标'
}

function groupTitle(name: string, scores: readonly Score[]): string {
  const values = scores.map(counted)
  const missing = values.filter((value) => value === null).length
  const sums = missing > 0 ? `缺少 ${missing} 项得分` : `得分之和 ${plain(sum(values.map((x) => x ?? new Decimal(0))))}`
  return `${name}：${scores.length} 项，${sums}`
}
