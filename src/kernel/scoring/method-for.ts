import { scoringMethods } from './methods/index.ts'
import type { Measured, ScoringMethod } from './scoring-method.ts'

const special = scoringMethods.filter((method) => method.special)
const general = scoringMethods.filter((method) => !method.special)

/** The method an indicator is scored by; undefined where none applies. */
export const methodFor = (measured: Measured): ScoringMethod | undefined =>
  special.find(({ appliesTo }) => appliesTo(measured)) ?? general.find(({ appliesTo }) => appliesTo(measured))
