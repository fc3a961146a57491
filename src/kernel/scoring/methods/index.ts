// Written by scripts/registry.mjs. Do not edit.
import { bareNumber } from './bare-number.ts'
import { completion } from './completion.ts'
import { equalStrict } from './equal-strict.ts'
import { equal } from './equal.ts'
import { reverseLinear } from './reverse-linear.ts'
import { reverseRatio } from './reverse-ratio.ts'
import { reverseStrict } from './reverse-strict.ts'
import { satisfactionBands } from './satisfaction-bands.ts'
import { steppedDeduction } from './stepped-deduction.ts'
import { tierBands } from './tier-bands.ts'
import { zeroTarget } from './zero-target.ts'
import type { ScoringMethod } from '../scoring-method.ts'

export const scoringMethods: readonly ScoringMethod[] = [
  bareNumber,
  completion,
  equalStrict,
  equal,
  reverseLinear,
  reverseRatio,
  reverseStrict,
  satisfactionBands,
  steppedDeduction,
  tierBands,
  zeroTarget,
]
