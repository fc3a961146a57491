// What happened to a filing, verb by verb, and whom it was given to.
import { sql } from 'kysely'
import type { Verb } from '../kernel/lifecycle/verbs.ts'
import type { Database, Tx } from './db.ts'
import type { FilingAssignmentTable, FilingStepTable } from './schema-year.ts'
import type { Stamp } from './stamp.ts'

export type NewStep = {
  readonly verb: Verb | 'create'
  readonly from: string
  readonly to: string
  readonly version: number
  readonly reason?: string | null
  /** The cells sent back, by their paths at this version. */
  readonly paths?: readonly string[]
}

/** Appends a step. The filing is locked by its transaction, so the numbers have no gap. */
export async function record(
  tx: Tx,
  filingId: string,
  step: NewStep,
  { now, by }: Stamp,
  personId: string | null,
): Promise<void> {
  const last = await tx
    .selectFrom('filing_step')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('filing_id', '=', filingId)
    .executeTakeFirst()
  await tx
    .insertInto('filing_step')
    .values({
      filing_id: filingId,
      number: (last?.number ?? 0) + 1,
      verb: step.verb,
      from_state: step.from,
      to_state: step.to,
      form_version: step.version,
      at: now,
      by,
      person_id: personId,
      reason: step.reason ?? null,
      paths: [...(step.paths ?? [])],
    })
    .execute()
}

export type Step = Pick<FilingStepTable, 'number' | 'verb' | 'at' | 'by' | 'reason' | 'paths'> & {
  readonly from: string
  readonly to: string
  readonly version: number
}

/** How often it was sent back. */
export async function returns(db: Database, filingId: string): Promise<number> {
  const { count } = await db
    .selectFrom('filing_step')
    .select(sql<string>`count(*)`.as('count'))
    .where('filing_id', '=', filingId)
    .where('verb', '=', 'send-back' satisfies Verb)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** In the order they happened. */
export const list = (db: Database, filingId: string): Promise<Step[]> =>
  db
    .selectFrom('filing_step')
    .select(['number', 'verb', 'from_state as from', 'to_state as to', 'form_version as version'])
    .select(['at', 'by', 'reason', 'paths'])
    .where('filing_id', '=', filingId)
    .orderBy('number')
    .execute()

/** The version that was approved first: what was approved with the budget. */
export async function firstApproved(db: Database, filingId: string): Promise<number | undefined> {
  const first = await db
    .selectFrom('filing_step')
    .select('form_version as version')
    .where('filing_id', '=', filingId)
    .where('verb', 'in', ['submit', 'approve'])
    .where('to_state', 'in', ['approved', 'final'])
    .orderBy('number')
    .executeTakeFirst()
  return first?.version
}

type Purpose = FilingAssignmentTable['purpose']

/** Gives a filing to a person; asked again, it is open again. */
export const assign = (tx: Tx, filingId: string, personId: string, purpose: Purpose, { now, by }: Stamp) =>
  tx
    .insertInto('filing_assignment')
    .values({ filing_id: filingId, person_id: personId, purpose, assigned_at: now, assigned_by: by })
    .onConflict((conflict) =>
      conflict
        .columns(['filing_id', 'person_id', 'purpose'])
        .doUpdateSet({ assigned_at: now, assigned_by: by, done_at: null, opinion: null }),
    )
    .execute()

export const sign = (tx: Tx, filingId: string, personId: string, opinion: string | null, now: Date) =>
  tx
    .updateTable('filing_assignment')
    .set({ done_at: now, opinion })
    .where('filing_id', '=', filingId)
    .where('person_id', '=', personId)
    .where('purpose', '=', 'countersign')
    .execute()

/** An evaluator's sheet is in: the filing no longer waits for him. Nothing where it was not given to him. */
export const evaluated = (tx: Tx, filingId: string, personId: string, opinion: string | null, now: Date) =>
  tx
    .updateTable('filing_assignment')
    .set({ done_at: now, opinion })
    .where('filing_id', '=', filingId)
    .where('person_id', '=', personId)
    .where('purpose', '=', 'evaluate')
    .execute()

/** What was asked in a step ends with it: nobody owes a signature to a step that is over. */
export const endOfStep = (tx: Tx, filingId: string) =>
  tx
    .deleteFrom('filing_assignment')
    .where('filing_id', '=', filingId)
    .where((eb) =>
      eb.or([eb('purpose', '=', 'delegate'), eb.and([eb('purpose', '=', 'countersign'), eb('done_at', 'is', null)])]),
    )
    .execute()

export type Assignment = {
  readonly personId: string
  readonly name: string
  readonly purpose: Purpose
  readonly assignedAt: Date
  readonly assignedBy: string
  readonly doneAt: Date | null
  readonly opinion: string | null
}

export const assignments = (db: Database, filingId: string): Promise<Assignment[]> =>
  db
    .selectFrom('filing_assignment as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.person_id as personId', 'p.name', 'a.purpose', 'a.assigned_at as assignedAt'])
    .select(['a.assigned_by as assignedBy', 'a.done_at as doneAt', 'a.opinion'])
    .where('a.filing_id', '=', filingId)
    .orderBy('a.assigned_at')
    .execute()
