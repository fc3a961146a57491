// 灯: what the numbers of a form say at a glance, derived like a score. The colours' bounds are profile data.
import { type Decimal, decimal, plain, printed, sum } from '../decimal.ts'
import type { Form } from '../form/form.ts'
import type { Profile } from '../profile/profile.ts'
import { profileStep, step } from '../scoring/derivation.ts'
import type { DerivationStep } from '../scoring/score.ts'
import { practice } from './basis.ts'
import { evaluations } from './kinds.ts'
import { annualTotal, path } from './money.ts'
import type { ReviewInput } from './review-rule.ts'

export type LightColor = 'red' | 'yellow' | 'green'

export type Light = {
  /** 得分与执行一致性 · 执行进度. */
  readonly light: 'consistency' | 'progress'
  /** null = cannot be told; `because` says why. */
  readonly color: LightColor | null
  /** One Chinese sentence with the numbers in it. */
  readonly because: string
  readonly derivation: readonly DerivationStep[]
}

/** Names for people. */
export const lightLabel: Readonly<Record<Light['light'], string>> = {
  consistency: '得分与执行一致性',
  progress: '执行进度',
}
export const colorLabel: Readonly<Record<LightColor, string>> = { red: '红灯', yellow: '黄灯', green: '绿灯' }

/** A share as percent with one decimal: 0.512 → "51.2". */
export const percentText = (share: Decimal): string => printed(share.times(100), { mode: 'half-up', places: 1 })

/** How far the scores of the indicators lie above the score of the money spent. Shares; `gap` may be negative. */
export type Consistency = {
  readonly indicators: Decimal
  readonly execution: Decimal
  readonly gap: Decimal
  readonly inputs: string
  readonly arithmetic: string
}

/** null where a weight or score is missing, or there is nothing to divide by. */
export function consistencyOf({ form, scores }: Pick<ReviewInput, 'form' | 'scores'>): Consistency | null {
  const total = annualTotal(form)
  const [weights, points] = [column(form, 'weight'), column(form, 'score')]
  const weight = decimal(total?.fund.weight)
  if (!total || !weights?.gt(0) || !points?.gt(0) || !weight?.gt(0)) return null
  // A wrongly printed execution score is said by B04; what counts here is the money that was spent.
  const computed = scores.scores.find((score) => score.path === path(total, 'score'))?.computed
  const executionScore = decimal(computed ?? total.fund.score)
  if (executionScore === null) return null
  const [indicators, execution] = [points.div(weights), executionScore.div(weight)]
  const gap = indicators.minus(execution).div(indicators)
  const [high, low] = [percentText(indicators), percentText(execution)]
  return {
    indicators,
    execution,
    gap,
    inputs: `指标得分合计 ${plain(points)}，分值合计 ${plain(weights)}；预算执行得分 ${plain(executionScore)}，分值 ${plain(weight)}`,
    arithmetic: `${plain(points)} ÷ ${plain(weights)} = ${high}%；${plain(executionScore)} ÷ ${plain(weight)} = ${low}%；（${high} − ${low}）÷ ${high} = ${percentText(gap)}%`,
  }
}

/** Σ of a column; null where a row has no number. */
function column(form: Form, of: 'weight' | 'score'): Decimal | null {
  const numbers = form.indicators.map((row) => decimal(row[of]))
  const read = numbers.filter((x) => x !== null)
  return read.length === 0 || read.length < numbers.length ? null : sum(read)
}

type Seen = { readonly color: LightColor | null; readonly because: string; readonly steps: readonly DerivationStep[] }

/** 自评一致性: red where scores outrun the money spent, yellow where much of it is unspent. null for other kinds of form. */
export function consistencyLight(input: ReviewInput): Light | null {
  const { form, profile } = input
  if (!evaluations.includes(form.kind) || form.indicators.length === 0) return null
  const { gap, unspent } = profile.lights.consistency
  const [most, least] = [percentOfShare(gap), percentOfShare(unspent)]
  const { color, because, steps } = scoresAgainstMoney(input)
  const rule = `（指标得分率 − 执行得分率）÷ 指标得分率 高于 ${most}% 为红灯；未执行数 ÷ 全年预算数 高于 ${least}%，或全年预算数为 0，为黄灯；其余为绿灯`
  const derivation = [profileStep(profile), step('公式', rule), ...steps, concluded(color, because), basis]
  return { light: 'consistency', color, because, derivation }
}

function scoresAgainstMoney(input: ReviewInput): Seen {
  const { form, profile } = input
  const total = annualTotal(form)
  const [budget, spent] = [decimal(total?.fund.annualBudget), decimal(total?.fund.executed)]
  if (budget?.isZero()) return { color: 'yellow', because: '全年预算数为 0，没有执行可与得分比较', steps: [] }
  const found = consistencyOf(input)
  if (found === null || budget === null || spent === null)
    return { color: null, because: '缺少指标分值、得分或预算执行数，无法比较', steps: [] }
  const { consistency } = profile.lights
  const rest = budget.minus(spent).div(budget)
  const [high, low] = [percentText(found.indicators), percentText(found.execution)]
  const compared = `指标得分率 ${high}%，执行得分率 ${low}%`
  const steps = [
    step('输入', `${found.inputs}；全年预算数 ${plain(budget)}，全年执行数 ${plain(spent)}`),
    step(
      '计算',
      `${found.arithmetic}；（${plain(budget)} − ${plain(spent)}）÷ ${plain(budget)} = ${percentText(rest)}%`,
    ),
  ]
  if (found.gap.gt(consistency.gap)) {
    const because = `${compared}，相差 ${percentText(found.gap)}%，高于 ${percentOfShare(consistency.gap)}%：得分明显高于资金执行`
    return { color: 'red', because, steps }
  }
  if (rest.gt(consistency.unspent)) {
    const because = `预算有 ${percentText(rest)}% 未执行，高于 ${percentOfShare(consistency.unspent)}%`
    return { color: 'yellow', because, steps }
  }
  return { color: 'green', because: `${compared}，大体一致`, steps }
}

/** 执行进度: amounts of a round of monitoring against what pro rata should have been spent by the end of `month` (1–12). */
export function progressLight(budget: string | null, executed: string | null, month: number, profile: Profile): Light {
  const { red, yellow } = profile.lights.progress
  const [whole, spent] = [decimal(budget), decimal(executed)]
  const rule = `进度 = 执行率 ÷（月份 ÷ 12）；低于 ${percentOfShare(red)}% 为红灯，低于 ${percentOfShare(yellow)}% 为黄灯，其余为绿灯`
  const opening = [profileStep(profile), step('公式', rule)]
  if (!whole?.gt(0) || spent === null) {
    const because = whole?.isZero() ? '预算数为 0，没有执行进度' : '缺少预算数或执行数，无法计算执行进度'
    return { light: 'progress', color: null, because, derivation: [...opening, concluded(null, because), basis] }
  }
  const rate = spent.div(whole)
  const progress = rate.times(12).div(month)
  const color = progress.lt(red) ? 'red' : progress.lt(yellow) ? 'yellow' : 'green'
  const because = `1—${month}月执行率 ${percentText(rate)}%，为序时进度的 ${percentText(progress)}%`
  const derivation = [
    ...opening,
    step('输入', `预算数 ${plain(whole)}，1—${month}月执行数 ${plain(spent)}`),
    step('计算', `${plain(spent)} ÷ ${plain(whole)} ÷（${month} ÷ 12）= ${percentText(progress)}%`),
    concluded(color, because),
    basis,
  ]
  return { light: 'progress', color, because, derivation }
}

const percentOfShare = (share: string): string => plain(decimal(share)?.times(100) ?? sum([]))
const basis = step('依据', practice)
const concluded = (color: LightColor | null, because: string): DerivationStep =>
  color === null ? step('未能计算', because) : step('结论', `${colorLabel[color]}：${because}`)

/** 执行进度 of a monitoring form, whose round tells the month; null for other kinds of form. */
function monitoringLight({ form, profile, related }: ReviewInput): Light | null {
  if (form.kind !== 'project-monitoring') return null
  const month = related?.monitoring?.find((round) => round.form === form)?.throughMonth ?? null
  const fund = annualTotal(form)?.fund
  if (month !== null)
    return progressLight(fund?.annualBudget ?? fund?.initialBudget ?? null, fund?.executed ?? null, month, profile)
  const because = '不知道监控数据截至几月'
  return {
    light: 'progress',
    color: null,
    because,
    derivation: [profileStep(profile), concluded(null, because), basis],
  }
}

/** The lights of a form. */
export const lightsOf = (input: ReviewInput): Light[] =>
  [consistencyLight(input), monitoringLight(input)].filter((light) => light !== null)
