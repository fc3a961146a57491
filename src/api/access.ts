import { z } from 'zod'
import { allPermissions, type Permission } from '../kernel/policy/policy.ts'
import { endpoint } from './endpoint.ts'
import type { OwnGrant } from './sessions.ts'

/** 为什么看得到、看不到. */
export type Access = {
  readonly permission: Permission
  readonly title: string
  readonly allowed: boolean
  /** One Chinese sentence. */
  readonly reason: string
  /** Name of the place the answer is about; null = anywhere at all. */
  readonly place: string | null
  /** Roles that have this permission, by name. */
  readonly roles: readonly string[]
  /** What the person holds that counts for it, reaching the place or not. */
  readonly grants: readonly OwnGrant[]
}

/** All a person may do, permission by permission, with the organisations it reaches. */
export type PersonAccess = {
  readonly person: string
  readonly rows: readonly {
    readonly permission: Permission
    readonly title: string
    readonly allowed: boolean
    readonly reason: string
    readonly reach: readonly string[]
  }[]
}

const id = z.uuid('编号不对')

export const access = {
  why: endpoint<Access>()(
    'session.own',
    'GET',
    '/access/why',
    z
      .object({
        permission: z.enum(allPermissions as readonly [Permission, ...Permission[]]), // the policy has lines
        organisation: id.optional(),
        filing: id.optional(),
        form: id.optional(),
        /** Somebody else: for whoever may read the person. */
        person: id.optional(),
      })
      .refine(({ organisation, filing, form }) => [organisation, filing, form].filter(Boolean).length <= 1, {
        message: '机构、填报件、绩效表只能指定一个',
      }),
  ),
  of: endpoint<PersonAccess>()('person.read', 'GET', '/access/people/:id', z.object({ id })),
}
