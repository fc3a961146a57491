// Written by scripts/registry.mjs. Do not edit.
import type { Profile } from './profile.ts'

export const profiles: readonly Profile[] = [
]
