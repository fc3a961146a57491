// What an action works with. Time and ids enter here and nowhere else.
import type { Database } from '../store/db.ts'
import type { Stamp } from '../store/stamp.ts'

export type Context = {
  readonly db: Database
  /** Who acts, for the audit. No login yet: the person at this machine. */
  readonly actor: string
  readonly now: () => Date
  /** A new time-ordered id (UUIDv7). */
  readonly newId: () => string
}

/** One moment and one person for everything a write leaves behind. */
export const stampOf = ({ actor, now, newId }: Context): Stamp => ({ now: now(), by: actor, newId })
