// 年初指标值 and 调整后指标值, side by side: an adjustment never loses what was approved first.
import type { Form, Indicator } from '../form/form.ts'
import { pairRows } from '../form/pairing.ts'
import { compareRequirements, type Requirement } from '../form/requirement.ts'

export type BothTargets = {
  readonly name: string | null
  /** As approved with the budget; null = the indicator came with the adjustment. */
  readonly initial: string | null
  /** As in force; null = cancelled by the adjustment: neither filled in nor scored. */
  readonly adjusted: string | null
  readonly requirement: Requirement | 'added' | 'cancelled'
}

/** Every indicator of either version, in the order of the adjusted one, the cancelled ones behind. */
export function bothTargets(initial: Form, adjusted: Form): readonly BothTargets[] {
  const pairs = pairRows('indicators', adjusted, initial)
  const rows = adjusted.indicators.map((row, i): BothTargets => {
    const before = initial.indicators[pairs[i] ?? -1]
    const { name, target } = row
    if (before === undefined) return { name, initial: null, adjusted: target.text, requirement: 'added' }
    const requirement = compareRequirements(before.target, target)
    return { name, initial: before.target.text, adjusted: target.text, requirement }
  })
  const cancelled = initial.indicators.filter((_, i) => !pairs.includes(i))
  return [...rows, ...cancelled.map(asCancelled)]
}

const asCancelled = ({ name, target }: Indicator): BothTargets => ({
  name,
  initial: target.text,
  adjusted: null,
  requirement: 'cancelled',
})
