// Who acts. Everything an action decides by and everything the audit records about a person.
import type { Grant } from './roles.ts'

export type Actor = {
  /** system = the person at this machine's command line, who holds the database anyway. */
  readonly kind: 'anonymous' | 'person' | 'system'
  /** Of the person; null where there is none. */
  readonly id: string | null
  /** As the audit names the actor: 张三（zhangsan）. */
  readonly name: string
  readonly grants: readonly Grant[]
  /** What this actor is limited to; null = no limit beyond the grants. */
  readonly scopes: readonly string[] | null
  /** Why it is limited; a token where nothing is said. */
  readonly limit?: Limit
  /** The session acted through; none for tokens and the command line. */
  readonly session?: string
}

/** A token, or something the person must do first. */
export type Limit = 'token' | 'password-change' | 'factor-enrolment'

export const anonymous: Actor = { kind: 'anonymous', id: null, name: '访客', grants: [], scopes: null }
export const system: Actor = { kind: 'system', id: null, name: '本机', grants: [], scopes: null }
