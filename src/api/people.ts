import { z } from 'zod'
import { allRoles, type Role } from '../kernel/policy/roles.ts'
import { endpoint, jsonEndpoint } from './endpoint.ts'
import { Login } from './sessions.ts'

export type PersonRow = {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly organisation: string | null
  readonly organisationName: string | null
  readonly mustChangePassword: boolean
  readonly hasFactor: boolean
  readonly disabledAt: string | null
  readonly createdAt: string
  readonly revision: number
}
export type PeoplePage = {
  readonly rows: readonly PersonRow[]
  /** Asks for the next page; null on the last. */
  readonly next: string | null
}
export type GrantRow = {
  readonly id: string
  readonly role: Role
  readonly roleName: string
  readonly organisation: string
  readonly organisationName: string
  readonly grantedAt: string
  readonly grantedBy: string
}
export type PersonDetails = PersonRow & {
  readonly grants: readonly GrantRow[]
  /** Locked after failures until then; null = not locked. */
  readonly lockedUntil: string | null
}
/** To be handed over once: it must be changed at the first sign-in. */
export type OneTimePassword = { readonly password: string }

const person = z.object({ id: z.uuid('不是人员的编号') })
const organisation = z.uuid('不是机构的编号')
const name = z.string().trim().min(1, '请填写姓名').max(60)

export const NewLogin = Login.pipe(
  z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]*$/u, '登录名以字母、汉字或数字开头，只能含字母、汉字、数字和 . _ @ -'),
)

export const people = {
  list: endpoint<PeoplePage>()(
    'person.read',
    'GET',
    '/people',
    z.object({
      text: z.string().trim().max(60).default(''),
      organisation: organisation.optional(),
      after: z.string().max(64).default(''),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  ),
  get: endpoint<PersonDetails>()('person.read', 'GET', '/people/:id', person),
  create: jsonEndpoint<{ readonly id: string } & OneTimePassword>()(
    'person.write',
    'POST',
    '/people',
    z.object({ login: NewLogin, name, organisation }),
  ),
  change: jsonEndpoint<PersonDetails>()(
    'person.write',
    'PUT',
    '/people/:id',
    person.extend({ name, organisation, revision: z.int().min(1) }),
  ),
  disable: endpoint<PersonDetails>()('person.write', 'POST', '/people/:id/disable', person),
  enable: endpoint<PersonDetails>()('person.write', 'POST', '/people/:id/enable', person),
  resetPassword: endpoint<OneTimePassword>()('person.write', 'POST', '/people/:id/reset-password', person),
  /** Whoever resets passwords does not remove second factors: one administrator alone takes over no account. */
  removeFactor: endpoint<PersonDetails>()('grant.write', 'POST', '/people/:id/remove-second-factor', person),
  unlock: endpoint<PersonDetails>()('grant.write', 'POST', '/people/:id/unlock', person),
  grant: jsonEndpoint<{ readonly id: string }>()(
    'grant.write',
    'POST',
    '/people/:id/grants',
    person.extend({ role: z.enum(allRoles as readonly [Role, ...Role[]]), organisation }), // there are roles
  ),
  revoke: endpoint<void>()(
    'grant.write',
    'DELETE',
    '/people/:id/grants/:grant',
    person.extend({ grant: z.uuid('不是角色授予的编号') }),
  ),
}
