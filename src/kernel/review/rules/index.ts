// Written by scripts/registry.mjs. Do not edit.
import type { ReviewRule } from '../review-rule.ts'

export const rules: readonly ReviewRule[] = [
]
