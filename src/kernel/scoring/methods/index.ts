// Written by scripts/registry.mjs. Do not edit.
import type { ScoringMethod } from '../scoring-method.ts'

export const scoringMethods: readonly ScoringMethod[] = [
]
