// The pages of 管理 and whom they are for; whoever has none of these permissions is not offered the menu entry.
import type { Permission } from '../../kernel/policy/policy.ts'
import { paths } from '../paths.ts'

export type AdminPage = 'organisations' | 'people' | 'cycles' | 'audit' | 'system'
export type AdminPlace = {
  readonly page: AdminPage
  readonly path: string
  /** Whoever has one of these may read the page. */
  readonly readers: readonly Permission[]
  /** Whoever has one of these administers something there. */
  readonly administers: readonly Permission[]
}

export const adminPlaces: readonly AdminPlace[] = [
  {
    page: 'organisations',
    path: paths.organisations(),
    readers: ['organisation.read'],
    administers: ['organisation.write'],
  },
  { page: 'people', path: paths.people(), readers: ['person.read'], administers: ['person.read'] },
  { page: 'cycles', path: paths.cycles(), readers: ['cycle.read'], administers: ['cycle.write'] },
  { page: 'audit', path: paths.audit(), readers: ['audit.read'], administers: ['audit.read'] },
  {
    page: 'system',
    path: paths.system(),
    readers: ['system.read', 'security.read'],
    administers: ['system.read', 'security.read'],
  },
]

export const administration: readonly Permission[] = adminPlaces.flatMap(({ administers }) => administers)
