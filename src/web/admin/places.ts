// The pages of 管理 and whom they are for; whoever has none of these permissions is not offered the menu entry.
import type { Permission } from '../../kernel/policy/policy.ts'
import { paths } from '../paths.ts'

export type AdminPage = 'organisations' | 'people' | 'cycles' | 'audit' | 'system'
export type AdminPlace = {
  readonly page: AdminPage
  readonly path: string
  /** To read the page at all. */
  readonly permission: Permission
  /** Whoever has one of these administers something there. */
  readonly administers: readonly Permission[]
}

export const adminPlaces: readonly AdminPlace[] = [
  {
    page: 'organisations',
    path: paths.organisations(),
    permission: 'organisation.read',
    administers: ['organisation.write'],
  },
  { page: 'people', path: paths.people(), permission: 'person.read', administers: ['person.read'] },
  { page: 'cycles', path: paths.cycles(), permission: 'cycle.read', administers: ['cycle.write'] },
  { page: 'audit', path: paths.audit(), permission: 'audit.read', administers: ['audit.read'] },
  { page: 'system', path: paths.system(), permission: 'system.read', administers: ['system.read'] },
]

export const administration: readonly Permission[] = adminPlaces.flatMap(({ administers }) => administers)
