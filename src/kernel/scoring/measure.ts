// From the printed row to exact numbers: what is compared with what, or why it cannot be.
import { Decimal, decimal, plain } from '../decimal.ts'
import type { Actual, Indicator, Target, Tier } from '../form/form.ts'
import type { Profile } from '../profile/profile.ts'
import { canonicalUnit, toYuan, unitDimension } from '../value/units.ts'
import type { Measured } from './scoring-method.ts'

/** `notes`: what was done to the printed values before scoring, in Chinese. */
export type Measurement =
  | { readonly measured: Measured; readonly notes: readonly string[] }
  | { readonly unable: string }

/** The row as numbers. Nothing is guessed: whatever is missing or not comparable is said. */
export function measure(indicator: Indicator, profile: Profile): Measurement {
  const weight = decimal(indicator.weight)
  if (weight === null) return { unable: '没有分值' }
  if (weight.isNegative()) return { unable: `分值 ${plain(weight)} 是负数` }
  const { actual } = indicator
  if (actual === null) return { unable: '表中没有实际完成值一栏' }
  if (isBlank(actual.text)) return { unable: '没有填写实际完成值' }
  if (isNotApplicable(actual.text)) {
    return { unable: `实际完成值为“${actual.text}”，是给满分还是把分值分到同类指标，由评价人确定` }
  }
  const row = { indicator, weight, profile, comparator: indicator.target.comparator }
  const tier = tierOf(actual, profile)
  const target = indicator.target.kind === 'date' ? null : decimal(indicator.target.value)
  const value = decimal(actual.value)
  if (tier !== null && (target === null || value === null)) {
    return { measured: { ...row, target, actual: value, tier }, notes: [] }
  }
  if (target === null) return { unable: whyNoTarget(indicator.target, actual) }
  if (value === null) return { unable: `实际完成值“${actual.text}”不是一个数，也没有写明达成档次` }
  const compared = comparable({ value: target, unit: unitOf(indicator) }, { value, unit: actual.unit })
  if ('unable' in compared) return compared
  const negative = compared.actual.isNegative() && !compared.target.isNegative()
  return {
    measured: {
      ...row,
      target: compared.target,
      actual: negative ? compared.actual.times(0) : compared.actual,
      tier: null,
    },
    notes: negative ? [...compared.notes, `实际完成值 ${plain(compared.actual)} 为负，按 0 计`] : compared.notes,
  }
}

/** Nothing, or dashes only. */
const isBlank = (text: string | null): boolean => /^[\s\-—–/]*$/.test(text ?? '')

/** A rate whose denominator is zero, a task that fell away. */
const isNotApplicable = (text: string | null): boolean => /^(不适用|不涉及|无)$/.test((text ?? '').replace(/\s/g, ''))

/** The tier the reader saw, or the one the profile's own labels name. */
function tierOf(actual: Actual, profile: Profile): Tier | null {
  const text = actual.text?.replace(/\s/g, '') ?? ''
  return (
    actual.tier ??
    profile.tiers.find(({ labels }) => labels.some((label) => label.replace(/\s/g, '') === text))?.tier ??
    null
  )
}

function whyNoTarget(target: Target, actual: Actual): string {
  if (isBlank(target.text)) return '没有指标值'
  if ((target.parts?.length ?? 0) > 1) return `指标值“${target.text}”一格有多个数`
  const kind = target.kind === 'date' ? '是日期或期限' : '是文字'
  return `指标值“${target.text}”${kind}，实际完成值“${actual.text}”没有写明达成档次`
}

/** The unit column counts where it names a unit: some forms print 无 or 定性 in it. */
const unitOf = ({ target, measureUnit }: Indicator): string | null =>
  target.unit ?? (measureUnit !== null && unitDimension(measureUnit) !== null ? measureUnit : null)

type Amount = { readonly value: Decimal; readonly unit: string | null }
type Compared = { readonly target: Decimal; readonly actual: Decimal; readonly notes: readonly string[] }

/** 万份 = 10000 份. Money is scaled by itself. */
function scaleOf(unit: string): { readonly scale: Decimal; readonly base: string } {
  const [, word, base = unit] = /^(千|百?万|亿)(.+)$/.exec(canonicalUnit(unit)) ?? []
  const scale = word === '千' ? '1e3' : word === '万' ? '1e4' : word === '百万' ? '1e6' : word === '亿' ? '1e8' : '1'
  return { scale: new Decimal(scale), base }
}

/** Two numbers this far apart, one of them in 万 and the other without a unit, are rather written in two units. */
const APART = 1000

function isApart(a: Decimal, b: Decimal): boolean {
  const [less, more] = a.abs().lt(b.abs()) ? [a.abs(), b.abs()] : [b.abs(), a.abs()]
  return !less.isZero() && more.div(less).gte(APART)
}

/**
 * The same unit, or both money (元, 万元) or the same pieces (份, 万份); where only one side prints a unit, both are
 * taken to mean it, unless it is a unit of thousands and the numbers tell otherwise.
 */
function comparable(target: Amount, actual: Amount): Compared | { readonly unable: string } {
  const same = { target: target.value, actual: actual.value }
  if (target.unit === null || actual.unit === null) {
    const only = target.unit ?? actual.unit
    if (only !== null && /^(千|百?万|亿)/.test(canonicalUnit(only)) && isApart(target.value, actual.value)) {
      return { unable: `只有一方写明单位（${only}），两数相差上千倍，不能确定是否同一单位` }
    }
    const notes = target.unit === actual.unit ? [] : [`只有一方写明单位（${target.unit ?? actual.unit}），视为相同`]
    return { ...same, notes }
  }
  if (canonicalUnit(target.unit) === canonicalUnit(actual.unit)) return { ...same, notes: [] }
  const [targetYuan, actualYuan] = [target, actual].map(({ value, unit }) => decimal(toYuan(plain(value), unit)))
  if (targetYuan && actualYuan) {
    const notes = [`单位不同（${target.unit}、${actual.unit}），换算为元后比较`]
    return { target: targetYuan, actual: actualYuan, notes }
  }
  const [of, other] = [scaleOf(target.unit), scaleOf(actual.unit)]
  if (of.base === other.base) {
    const notes = [`单位不同（${target.unit}、${actual.unit}），换算为${of.base}后比较`]
    return { target: target.value.times(of.scale), actual: actual.value.times(other.scale), notes }
  }
  return { unable: `指标值单位“${target.unit}”与实际完成值单位“${actual.unit}”不同，不能比较` }
}
