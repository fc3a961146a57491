// People: who they are, what they prove it with, and where their account is looked after.
import { sql } from 'kysely'
import type { Scope } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import type { Database, Tx } from './db.ts'
import { within } from './scope.ts'

export type Person = {
  readonly id: string
  readonly login: string
  readonly name: string
  /** Where the account is looked after; null = by nobody but the command line. */
  readonly organisation: string | null
  readonly organisationName: string | null
  /** Path of that organisation. */
  readonly path: string | null
  readonly region: string | null
  readonly mustChangePassword: boolean
  readonly hasFactor: boolean
  readonly disabledAt: Date | null
  readonly createdAt: Date
  readonly revision: number
}

/** What a person proves who they are with. Never leaves the actions. */
export type Credentials = {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly region: string | null
  /** argon2id in PHC form; null = signs in elsewhere only. */
  readonly password: string | null
  readonly totpSecret: string | null
  readonly totpPending: string | null
  readonly disabledAt: Date | null
}

const people = (db: Database) =>
  db
    .selectFrom('person as p')
    .leftJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select([
      'p.id',
      'p.login',
      'p.name',
      'p.organisation_id as organisation',
      'o.name as organisationName',
      'o.path',
      'o.region',
      'p.must_change_password as mustChangePassword',
      'p.disabled_at as disabledAt',
      'p.created_at as createdAt',
      'p.revision',
    ])
    .select(sql<boolean>`p.totp_secret is not null`.as('hasFactor'))

export const load = (db: Database, scope: Scope, id: string): Promise<Person | undefined> =>
  people(db)
    .where('p.id', '=', id)
    .where(within(scope, { path: 'o.path' }))
    .executeTakeFirst()

export const findByLogin = (db: Database, scope: Scope, login: string): Promise<Person | undefined> =>
  people(db)
    .where('p.login', '=', login)
    .where(within(scope, { path: 'o.path' }))
    .executeTakeFirst()

export type PeopleSearch = {
  /** Part of login or name. */
  readonly text: string
  /** At this organisation or below. */
  readonly under?: string | undefined
  /** Logins after this one: where the page before ended. */
  readonly after: string
  readonly limit: number
}

/** By login, one page. */
export function list(db: Database, scope: Scope, { text, under, after, limit }: PeopleSearch): Promise<Person[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  let query = people(db)
    .where(within(scope, { path: 'o.path' }))
    .where('p.login', '>', after)
  if (text !== '')
    query = query.where(({ or, eb }) => or([eb('p.login', 'ilike', pattern), eb('p.name', 'ilike', pattern)]))
  if (under !== undefined)
    query = query.where(
      sql<boolean>`starts_with(o.path, (select above.path from organisation as above where above.id = ${under}))`,
    )
  return query.orderBy('p.login').limit(limit).execute()
}

/** Nobody yet: then, and only then, the first set-up is open. */
export async function none(db: Database): Promise<boolean> {
  return (await db.selectFrom('person').select('id').limit(1).executeTakeFirst()) === undefined
}

export type NewPerson = {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly organisation: string | null
  readonly password: string | null
  readonly mustChangePassword: boolean
}

/** Problems: person.loginTaken. */
export async function create(tx: Tx, person: NewPerson, now: Date): Promise<void> {
  const { organisation, mustChangePassword, ...same } = person
  const taken = await tx
    .insertInto('person')
    .values({
      ...same,
      organisation_id: organisation,
      must_change_password: mustChangePassword,
      password_changed_at: person.password === null ? null : now,
      created_at: now,
      revision: 1,
    })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst()
  if (taken.numInsertedOrUpdatedRows === 0n) throw problem('person.loginTaken', { login: person.login })
}

/** Name and home organisation. Problems: person.changed. */
export async function change(
  tx: Tx,
  id: string,
  revision: number,
  { name, organisation }: { name: string; organisation: string | null },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set({ name, organisation_id: organisation, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw problem('person.changed', { name })
}

export async function setDisabled(tx: Tx, id: string, disabledAt: Date | null): Promise<void> {
  await tx
    .updateTable('person')
    .set({ disabled_at: disabledAt, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute()
}

const credentials = (db: Database) =>
  db
    .selectFrom('person as p')
    .leftJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select([
      'p.id',
      'p.login',
      'p.name',
      'o.region',
      'p.password',
      'p.totp_secret as totpSecret',
      'p.totp_pending as totpPending',
      'p.disabled_at as disabledAt',
    ])

export const credentialsByLogin = (db: Database, login: string): Promise<Credentials | undefined> =>
  credentials(db).where('p.login', '=', login).executeTakeFirst()
export const credentialsOf = (db: Database, id: string): Promise<Credentials | undefined> =>
  credentials(db).where('p.id', '=', id).executeTakeFirst()
export const credentialsBySubject = (db: Database, subject: string): Promise<Credentials | undefined> =>
  credentials(db).where('p.oidc_subject', '=', subject).executeTakeFirst()

/** Binds the account to an identity; false when it is bound to one already. */
export async function setSubject(tx: Tx, id: string, subject: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set({ oidc_subject: subject })
    .where('id', '=', id)
    .where('oidc_subject', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
