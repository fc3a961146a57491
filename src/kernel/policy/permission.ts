// The shape of the policy: who may do what, where, and in which state. Deny unless a line allows.
import type { Role } from './roles.ts'

/**
 * How far a role reaches from the organisation it is held at: `own` = that organisation alone, `subtree` = it and all
 * below it (a finance bureau stands above its departments), `assigned` = only what was assigned to the person.
 */
export type Reach = 'own' | 'subtree' | 'assigned'

export type Line = {
  /** What it is to do this, a Chinese verb phrase: 提交绩效表. */
  readonly title: string
  /** Everybody, signed in or not. */
  readonly anyone?: true
  /** Everybody, as far as it is published. */
  readonly published?: true
  /** Everybody who is signed in. */
  readonly signedIn?: true
  readonly roles?: Partial<Record<Role, Reach>>
}

/** Where something stands: what the decision needs to know of the thing acted on. */
export type Place = {
  /** Path of the organisation it belongs to; null where it belongs to none (then only unrestricted reach helps). */
  readonly path: string | null
  /** Persons it was assigned to. */
  readonly assigned?: readonly string[]
  /** Published: everybody may read it. */
  readonly published?: boolean
}

export type Decision =
  | { readonly allowed: true; readonly because: string }
  | { readonly allowed: false; readonly reason: string }
