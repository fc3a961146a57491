// 总分 and 等级: the sum of the scores, and how each of them came into it.
import { Decimal, decimal, plain, printed, round, sum } from '../decimal.ts'
import type { Form } from '../form/form.ts'
import type { Profile } from '../profile/profile.ts'
import { comparisonStep, GENERAL_BASIS, profileStep, roundingStep, step } from './derivation.ts'
import type { DerivationStep, FormScores, Score } from './score.ts'

/** How a score came into the total. */
type Part = {
  readonly score: Score
  readonly value: Decimal | null
  readonly from: 'computed' | 'band' | 'printed' | 'missing'
}

/**
 * The computed score; inside a band the printed one, which is as right as any other there; where the rule is unable or
 * the printed score lies outside its band without another to put in its place, the printed one for want of a better.
 */
function partOf(score: Score): Part {
  const [computed, shown] = [decimal(score.computed), decimal(score.printed)]
  if (score.verdict === 'inside') return { score, value: shown, from: 'band' }
  if (computed !== null) return { score, value: computed, from: 'computed' }
  return { score, value: shown, from: shown === null ? 'missing' : 'printed' }
}

/** What a score adds to the total; null = it is missing. */
export const counted = (score: Score): Decimal | null => partOf(score).value

/** `scores` = every score of the form. Nothing is computed for a form that has no scores. */
export function totalOf(form: Form, scores: readonly Score[], profile: Profile): FormScores['total'] {
  const shown = form.totals.score
  const parts = scores.filter(({ path }) => path.endsWith('.score')).map(partOf)
  if (parts.length === 0) return { printed: shown, computed: null, derivation: [] }
  const opening = [profileStep(profile), step('输入', inputs(parts)), ...told(parts)]
  const gap = whyNotComplete(form, parts, profile)
  if (gap !== null) return { printed: shown, computed: null, derivation: [...opening, step('未能计算', gap)] }
  const raw = sum(parts.map(({ value }) => value ?? new Decimal(0)))
  const computed = round(raw, profile.rounding.total)
  const verdict = decimal(shown)?.eq(computed) ? 'equal' : 'different'
  return {
    printed: shown,
    computed: plain(computed),
    derivation: [
      ...opening,
      step('公式', '总分 = 预算执行得分 + 各三级指标得分之和'),
      step('计算', `${[...groups(parts)].map((xs) => plain(xs)).join(' + ')} = ${plain(raw)}`),
      roundingStep(raw, profile.rounding.total),
      step('依据', GENERAL_BASIS),
      ...comparisonStep(verdict, shown, plain(computed)),
      ...printedSum(parts, computed),
    ],
  }
}

const isExecution = ({ score }: Part): boolean => score.path.startsWith('funds')

/** Sum of the execution scores, if there are any, and of the indicator scores. */
function* groups(parts: readonly Part[]): Generator<Decimal> {
  for (const kind of [true, false]) {
    const values = parts.filter((part) => isExecution(part) === kind).map(({ value }) => value ?? new Decimal(0))
    if (values.length > 0) yield sum(values)
  }
}

function inputs(parts: readonly Part[]): string {
  const execution = parts.filter(isExecution).map(({ value }) => `预算执行得分 ${value === null ? '空' : plain(value)}`)
  return [...execution, `三级指标 ${parts.length - execution.length} 项`].join('；')
}

const accounts = {
  band: '项在定性档内，按表上得分计入',
  printed: '项无法复算，按表上得分计入',
} as const

/** Which scores were taken as printed. */
const told = (parts: readonly Part[]): DerivationStep[] =>
  (['band', 'printed'] as const).flatMap((from) => {
    const taken = parts.filter((part) => part.from === from)
    return taken.length === 0 ? [] : [step('说明', `${taken.length} ${accounts[from]}：${named(taken)}`)]
  })

const named = (parts: readonly Part[]): string => {
  const names = parts.slice(0, 5).map(({ score }) => score.indicator ?? '预算执行')
  return names.join('、') + (parts.length > names.length ? ' 等' : '')
}

/** A total without one of its parts would be wrong without looking so. */
function whyNotComplete(form: Form, parts: readonly Part[], profile: Profile): string | null {
  const missing = parts.filter(({ from }) => from === 'missing')
  if (missing.length > 0) return `缺少 ${missing.length} 项得分：${named(missing)}`
  const unscored = form.indicators.filter(
    ({ weight, actual, score }) => weight !== null && actual === null && score === null,
  )
  if (unscored.length > 0) return `缺少 ${unscored.length} 项三级指标的得分`
  const execution = parts.filter(isExecution)
  if (execution.length > 0 && execution.length < parts.length) return null
  const weights = sum([...form.funds, ...form.indicators].flatMap(({ weight }) => decimal(weight) ?? []))
  if (weights.gte(profile.totalWeight)) return null
  const lacks = execution.length > 0 ? '没有三级指标得分' : '没有预算执行得分'
  return `${lacks}，分值合计 ${plain(weights)}，不足 ${profile.totalWeight} 分`
}

/** The sum of the scores as printed, where it differs: a wrong sum and a wrong score are different faults. */
function printedSum(parts: readonly Part[], computed: Decimal): DerivationStep[] {
  const shown = parts.map(({ score }) => decimal(score.printed))
  if (shown.some((x) => x === null)) return []
  const total = sum(shown.filter((x) => x !== null))
  return total.eq(computed) ? [] : [step('表上得分之和', `各项表上得分相加为 ${plain(total)}`)]
}

/** The highest grade whose bound the total reaches. */
export function gradeOf(form: Form, total: FormScores['total'], profile: Profile): FormScores['grade'] {
  const score = decimal(total.computed)
  if (score === null) return { printed: form.grade, computed: null, derivation: [] }
  const grade = profile.grades.find(({ atLeast }) => score.gte(atLeast))?.grade ?? null
  const bounds = profile.grades.map(({ grade: name, atLeast }) => `${name} ≥ ${atLeast}`).join('，')
  return {
    printed: form.grade,
    computed: grade,
    derivation: [
      profileStep(profile),
      step('输入', `总分 ${printed(score, profile.rounding.total)}`),
      step('公式', bounds),
      step('计算', grade === null ? '低于最低等级' : `${plain(score)} 分为“${grade}”`),
      step('依据', GENERAL_BASIS),
    ],
  }
}
