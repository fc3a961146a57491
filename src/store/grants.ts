// Roles of people at organisations. What was revoked stays, with who and when.
import type { Grant, Role } from '../kernel/policy/roles.ts'
import type { Database, Tx } from './db.ts'

export type StoredGrant = Grant & {
  readonly id: string
  readonly organisationName: string
  readonly region: string
  readonly grantedAt: Date
  readonly grantedBy: string
}

const grants = (db: Database) =>
  db
    .selectFrom('role_grant as g')
    .innerJoin('organisation as o', 'o.id', 'g.organisation_id')
    .select([
      'g.id',
      'g.role',
      'g.organisation_id as organisation',
      'o.path',
      'o.name as organisationName',
      'o.region',
      'g.granted_at as grantedAt',
      'g.granted_by as grantedBy',
    ])
    .where('g.revoked_at', 'is', null)

/** A person's roles in force. */
export const of = (db: Database, person: string): Promise<StoredGrant[]> =>
  grants(db).where('g.person_id', '=', person).orderBy('o.path').orderBy('g.role').execute()

export const load = (db: Database, person: string, id: string): Promise<StoredGrant | undefined> =>
  grants(db).where('g.person_id', '=', person).where('g.id', '=', id).executeTakeFirst()

/** Nobody else changes this person's roles until the transaction ends: two halves of a conflict cannot slip in at once. */
export async function lock(tx: Tx, person: string): Promise<void> {
  await tx.selectFrom('person').select('id').where('id', '=', person).forUpdate().execute()
}

/** False when the person has it already. */
export async function create(
  tx: Tx,
  grant: { id: string; person: string; role: Role; organisation: string },
  { now, by }: { now: Date; by: string },
): Promise<boolean> {
  const { person, organisation, ...same } = grant
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('role_grant')
    .values({ ...same, person_id: person, organisation_id: organisation, granted_at: now, granted_by: by })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'role', 'organisation_id']).where('revoked_at', 'is', null).doNothing(),
    )
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function revoke(tx: Tx, id: string, { now, by }: { now: Date; by: string }): Promise<void> {
  await tx.updateTable('role_grant').set({ revoked_at: now, revoked_by: by }).where('id', '=', id).execute()
}
