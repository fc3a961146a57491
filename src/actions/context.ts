// What an action works with. Time and ids enter here and nowhere else.
import type { Actor } from '../kernel/policy/actor.ts'
import type { Database } from '../store/db.ts'
import type { Stamp } from '../store/stamp.ts'

export type Context = {
  readonly db: Database
  /** Who acts: decides what is allowed, and is named in the audit. */
  readonly actor: Actor
  readonly now: () => Date
  /** A new time-ordered id (UUIDv7). */
  readonly newId: () => string
}

/** One moment and one person for everything a write leaves behind. */
export const stampOf = ({ actor, now, newId }: Context): Stamp => ({ now: now(), by: actor.name, newId })

/** The day of a moment in China, where offices keep their days whatever the clock of the machine says. */
export const dayAt = (moment: Date): string => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** Today. */
export const dayOf = ({ now }: Context): string => dayAt(now())
