// One indicator: the method that applies, its judgement clamped and rounded by the profile, compared with what is printed.
import { Decimal, decimal, plain, printed, round } from '../decimal.ts'
import type { Indicator } from '../form/form.ts'
import type { Profile } from '../profile/profile.ts'
import { comparisonStep, exact, GENERAL_BASIS, profileStep, roundingId, roundingStep, step } from './derivation.ts'
import { measure } from './measure.ts'
import { methodFor } from './method-for.ts'
import { isAtMost } from './quantity.ts'
import type { DerivationStep, Score } from './score.ts'
import type { Band, Judgement, Measured, ScoringMethod } from './scoring-method.ts'

type Judged = Extract<Judgement, { because: string }>

type Known = { readonly index: number; readonly profile: Profile; readonly score: Score | null }

/** Rows are never changed in place: whoever types into one leaves the others as they were scored. */
const known = new WeakMap<Indicator, Known>()

/** null where the form has neither an actual nor a score for the row: a target form. */
export function scoreIndicator(indicator: Indicator, index: number, profile: Profile): Score | null {
  const before = known.get(indicator)
  if (before?.index === index && before.profile === profile) return before.score
  const score = scoreRow(indicator, index, profile)
  known.set(indicator, { index, profile, score })
  return score
}

function scoreRow(indicator: Indicator, index: number, profile: Profile): Score | null {
  if (indicator.actual === null && indicator.score === null) return null
  const row = { path: `indicators[${index}].score`, indicator, profile }
  const measurement = measure(indicator, profile)
  if ('unable' in measurement) return unable(row, null, measurement.unable)
  const { measured, notes } = measurement
  const method = methodFor(measured)
  if (method === undefined) return unable(row, null, '没有适用的计分方法')
  const judgement = method.score(measured)
  if ('unable' in judgement) return unable(row, method, judgement.unable)
  return scored(row, method, measured, judgement, notes)
}

type Row = { readonly path: string; readonly indicator: Indicator; readonly profile: Profile }

const inputs = ({ indicator: { weight, target, actual } }: Row): string =>
  `分值 ${weight ?? '空'}；指标值 ${target.text ?? '空'}；实际完成值 ${actual?.text ?? '空'}`

function unable(row: Row, method: ScoringMethod | null, because: string): Score {
  const { path, indicator, profile } = row
  const basis = method?.basis ?? GENERAL_BASIS
  return {
    path,
    indicator: indicator.name,
    printed: indicator.score,
    computed: null,
    range: null,
    verdict: 'unable',
    formula: null,
    because,
    method: method?.id ?? 'none',
    rounding: roundingId(profile.rounding.indicatorScore),
    basis,
    derivation: [profileStep(profile), step('输入', inputs(row)), step('未能计算', because), step('依据', basis)],
    over: null,
  }
}

function scored(row: Row, method: ScoringMethod, m: Measured, judgement: Judged, notes: readonly string[]): Score {
  const { path, indicator, profile } = row
  const rounding = profile.rounding.indicatorScore
  const raw = 'score' in judgement ? Decimal.min(Decimal.max(judgement.score, 0), m.weight) : null
  const computed = raw === null ? null : round(raw, rounding)
  const range = judgement.range === undefined ? null : roundedBand(judgement.range, m)
  const shown = decimal(indicator.score)
  const verdict = verdictOf(shown, computed, range)
  const over = overOf(m)
  return {
    path,
    indicator: indicator.name,
    printed: indicator.score,
    computed: raw === null ? null : printed(raw, rounding),
    range: range && { ...range, from: plain(range.from), to: plain(range.to) },
    verdict,
    formula: judgement.formula,
    because: judgement.because,
    method: method.id,
    rounding: roundingId(rounding),
    basis: method.basis,
    derivation: [
      profileStep(profile),
      step('输入', [inputs(row), ...notes].join('；')),
      step('公式', `${method.title}：${judgement.because}`),
      step(
        '计算',
        `${judgement.formula} = ${raw === null ? (range ? `${plain(range.from)} ～ ${plain(range.to)}` : '') : exact(raw)}`,
      ),
      ...(raw === null ? [] : [roundingStep(raw, rounding)]),
      step('依据', method.basis),
      ...overStep(over, profile),
      ...comparisonStep(verdict, indicator.score, raw === null ? null : printed(raw, rounding)),
    ],
    over,
  }
}

/** Bounds are rounded like scores, or no printed score could stand on them. */
const roundedBand = (band: Band, { profile }: Measured): Band => ({
  ...band,
  from: round(band.from, profile.rounding.indicatorScore),
  to: round(band.to, profile.rounding.indicatorScore),
})

function verdictOf(shown: Decimal | null, computed: Decimal | null, range: Band | null): Score['verdict'] {
  if (shown === null) return 'absent'
  if (range !== null) return isInside(shown, range) ? 'inside' : 'outside'
  return computed?.eq(shown) ? 'equal' : 'different'
}

const isInside = (x: Decimal, { from, to, fromInclusive, toInclusive }: Band): boolean =>
  (fromInclusive ? x.gte(from) : x.gt(from)) && (toInclusive ? x.lte(to) : x.lt(to))

/** actual ÷ target from the profile's threshold on, cut after four decimals so that it never looks higher than it is. */
function overOf({ target, actual, tier, comparator, profile }: Measured): string | null {
  if (tier !== null || target === null || actual === null || isAtMost(comparator) || !target.gt(0)) return null
  const times = actual.div(target)
  return times.gte(profile.over.threshold) ? plain(round(times, { mode: 'truncate', places: 4 })) : null
}

const overStep = (over: string | null, { over: { threshold, reasonRequired } }: Profile): DerivationStep[] =>
  over === null
    ? []
    : [
        step(
          '超额',
          `实际完成值是指标值的 ${over} 倍，达到 ${threshold} 倍的提示线：不扣分${reasonRequired ? '，须分析原因' : ''}`,
        ),
      ]
