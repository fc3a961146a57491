// The words of a derivation, the same for every number: 口径, 输入, 公式, 计算, 舍入, 依据.
import { type Decimal, decimal, plain, printed, type Rounding } from '../decimal.ts'
import type { Profile } from '../profile/profile.ts'
import type { DerivationStep, Score } from './score.ts'

/** What the scoring of self-evaluations as a whole rests on. */
export const GENERAL_BASIS = '财预〔2020〕10号'

export const step = (label: string, text: string): DerivationStep => ({ label, text })

export const profileStep = ({ title, id }: Profile): DerivationStep => step('口径', `${title}（${id}）`)

const modes = { 'half-up': '四舍五入', truncate: '截断（不进位）' } as const

/** "half-up, 2", as the contract prints it. */
export const roundingId = ({ mode, places }: Rounding): string => `${mode}, ${places}`

export const roundingStep = (raw: Decimal, rounding: Rounding): DerivationStep =>
  step('舍入', `${modes[rounding.mode]}到小数点后 ${rounding.places} 位：${exact(raw)} → ${printed(raw, rounding)}`)

/** A quotient can go on for ever: eight decimals, with … where more follow. */
export function exact(x: Decimal): string {
  const shown = x.toDecimalPlaces(8, 1)
  return shown.eq(x) ? plain(x) : `${x.toFixed(8, 1)}…`
}

/** The last step where something is printed: both numbers as written, and their difference. */
export function comparisonStep(
  verdict: Score['verdict'],
  shown: string | null,
  computed: string | null,
): DerivationStep[] {
  if (shown === null) return []
  if (verdict === 'inside') return [step('比较', `表上为 ${shown}，在档内`)]
  if (verdict === 'outside') return [step('比较', `表上为 ${shown}，不在档内`)]
  const [there, here] = [decimal(shown), decimal(computed)]
  if (there === null || here === null) return []
  const difference = there.minus(here)
  if (difference.isZero()) return [step('比较', `表上为 ${shown}，与复算相同`)]
  const words = difference.isPositive() ? '多' : '少'
  return [step('比较', `表上为 ${shown}，复算为 ${computed}，表上${words} ${plain(difference.abs())}`)]
}
