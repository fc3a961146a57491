// What the lifecycle needs to know of a filing to decide a verb. Read in one query, decided without another.
import type { Assessment } from './four-aspects.ts'
import type { ReviewStep, State, TaskKind } from './state.ts'

export type Party = { readonly id: string; readonly name: string }

export type FilingFacts = {
  readonly state: State
  readonly kind: TaskKind
  /** Steps of review this filing passes, in order. */
  readonly route: readonly ReviewStep[]
  /** Who reads it and since when; the lock ends by itself. */
  readonly accepted: (Party & { readonly at: Date }) | null
  /** Does the present step in the place of whoever's turn it is. */
  readonly delegate: Party | null
  /** Persons who wrote any version: nobody reviews his own work. */
  readonly preparers: readonly string[]
  /** Asked to countersign in the present step and not yet done. */
  readonly askedToSign: readonly Party[]
  /** The state it came from when it was opened again for adjustment or correction; null where nothing was ever approved. */
  readonly standing: State | null
  /** Why nothing may be filed now (Chinese); null = the task is open. */
  readonly closedBecause: string | null
  /** Why no adjustment may begin now; null = a task of adjustment is open. */
  readonly noAdjustmentBecause: string | null
  /** Why its basis is not to be renewed; null = the target it reports on was approved anew since. */
  readonly noNewerTargetBecause: string | null
  /** The actor's own review sheet of the present version and step; null = none. */
  readonly assessment: Assessment | null
}

/** Minutes after which an acceptance no longer keeps others out. */
export const ACCEPTANCE_MINUTES = 120

/** Who keeps others out at this moment. */
export function holder({ accepted }: FilingFacts, now: Date): Party | null {
  if (accepted === null) return null
  return now.getTime() - accepted.at.getTime() < ACCEPTANCE_MINUTES * 60_000 ? accepted : null
}
