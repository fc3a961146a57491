import type { ProfileRow } from '../api/profiles.ts'
import { profiles } from '../kernel/profile/index.ts'

export const listProfiles = async (): Promise<readonly ProfileRow[]> => profiles.map(({ id, title }) => ({ id, title }))
