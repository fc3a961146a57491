// The form of a filing: it goes by its own id, its drafts are versions like any other, facts come from what was approved.
import { sql } from 'kysely'
import type { Form } from '../kernel/form/form.ts'
import { problem } from '../kernel/problem.ts'
import { codeOf, type Database, type Tx } from './db.ts'
import * as facts from './facts.ts'
import { insertVersion, type Saved, summaryOf, type Version, versionHash } from './forms.ts'
import { identityOf, writtenForm } from './identity.ts'
import type { Stamp } from './stamp.ts'
import { statement, type Value } from './statement.ts'

type Owner = { readonly filingId: string; readonly organisationId: string; readonly projectId: string | null }
export type Save = {
  readonly stamp: Stamp
  readonly reason: string
  readonly documentId?: string
  readonly position?: number
}

/** The first version. The filing's form keeps region and year it begins with. */
export async function create(tx: Tx, owner: Owner, form: Form, save: Save): Promise<Saved> {
  const { now, newId } = save.stamp
  const { region, year, ...identity } = identityOf(form)
  const version = versionOf({ region, year, id: newId() }, form, save, null)
  const { text, content } = writtenForm(form)
  const hash = versionHash(version, text)
  await storable(async () => {
    await tx
      .insertInto('form')
      .values({
        ...identity,
        ...summaryOf(form),
        region,
        year,
        id: version.formId,
        version: 1,
        content_sha256: content,
        hash,
        updated_at: now,
        filing_id: owner.filingId,
        organisation_id: owner.organisationId,
        project_id: owner.projectId,
      })
      .execute()
    await insertVersion(tx, version, content, hash)
  })
  return { id: version.formId, number: 1, hash, outcome: 'created' }
}

/** A new version, unless the current one says the same. Lists go on showing what is in force. */
export async function saveDraft(tx: Tx, id: string, form: Form, save: Save): Promise<Saved> {
  const before = await tx
    .selectFrom('form')
    .select(['region', 'year', 'id', 'version', 'hash', 'content_sha256', 'in_force'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const { text, content } = writtenForm(form)
  if (before.content_sha256 === content) return { id, number: before.version, hash: before.hash, outcome: 'unchanged' }
  const version = versionOf(before, form, save, before)
  const hash = versionHash(version, text)
  await storable(async () => {
    await tx
      .updateTable('form')
      .set({
        ...(before.in_force === null ? summaryOf(form) : {}),
        version: version.number,
        content_sha256: content,
        hash,
        updated_at: save.stamp.now,
      })
      .where('id', '=', id)
      .execute()
    await insertVersion(tx, version, content, hash)
  })
  return { id, number: version.number, hash, outcome: 'changed' }
}

export function versionOf(
  key: { readonly region: string; readonly year: number; readonly id: string },
  form: Form,
  { stamp, reason, documentId, position }: Save,
  before: { readonly version: number; readonly hash: string } | null,
): Version {
  return {
    region: key.region,
    year: key.year,
    formId: key.id,
    number: (before?.version ?? 0) + 1,
    form,
    previousHash: before?.hash ?? null,
    savedAt: stamp.now,
    savedBy: stamp.by,
    reason,
    documentId: documentId ?? null,
    position: position ?? null,
  }
}

/** What PostgreSQL says of text it cannot hold: a null character, half of a surrogate pair. */
export async function storable<T>(write: () => Promise<T>): Promise<T> {
  return write().catch((error: unknown) => {
    if (['22021', '22P05', '22P02'].includes(codeOf(error))) throw problem('form.notStorable', {})
    throw error
  })
}

/** The version that counts from now on: lists show it, facts are derived from it. Returns its content's hash. */
export async function putInForce(tx: Tx, id: string, number: number): Promise<string> {
  const { form, content_sha256, ...key } = await tx
    .selectFrom('form_version')
    .select(['region', 'year', 'form_id as id', 'form', 'content_sha256'])
    .where('form_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('form')
    .set({ ...summaryOf(form), in_force: number })
    .where('id', '=', id)
    .execute()
  await facts.save(tx, form, key)
  return content_sha256
}

/** Everybody may read this version from now on. */
export const publish = (tx: Tx, id: string, number: number, now: Date) =>
  tx
    .updateTable('form')
    .set({ published_at: now, published_version: number, retracted_at: null })
    .where('id', '=', id)
    .execute()

/** It stays where it was published, marked as withdrawn. */
export const retract = (tx: Tx, id: string, now: Date) =>
  tx.updateTable('form').set({ retracted_at: now }).where('id', '=', id).execute()

const numbered = statement((value: Value<{ readonly id: string; readonly numbers: readonly number[] }>, db) =>
  db
    .selectFrom('form_version')
    .select(['number', 'form'])
    .where(
      'form_id',
      '=',
      value(({ id }) => id),
    )
    .where('number', '=', sql<number>`any(${value(({ numbers }) => numbers)}::integer[])`),
)

/** These versions of a form, by their numbers. */
export async function versions(db: Database, id: string, numbers: readonly number[]): Promise<Map<number, Form>> {
  const rows = await numbered(db, { id, numbers })
  return new Map(rows.map(({ number, form }) => [number, form]))
}

/** One version of a form; undefined where there is none of that number. */
export const version = (db: Database, id: string, number: number) =>
  db
    .selectFrom('form_version')
    .select(['number', 'form', 'hash', 'saved_at as savedAt', 'saved_by as savedBy', 'reason'])
    .where('form_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()

/** Every version, the oldest first. */
export const everyVersion = (db: Database, id: string) =>
  db
    .selectFrom('form_version')
    .select(['number', 'form', 'saved_at as savedAt', 'saved_by as savedBy', 'reason'])
    .where('form_id', '=', id)
    .orderBy('number')
    .execute()

/** One version of a filing's form. */
export const versionOfFiling = (db: Database, filingId: string, number: number) =>
  db
    .selectFrom('form as f')
    .innerJoin('form_version as v', 'v.form_id', 'f.id')
    .select(['v.number', 'v.form'])
    .where('f.filing_id', '=', filingId)
    .where('v.number', '=', number)
    .executeTakeFirst()

/** Number of the version in force; undefined where there is none. */
export async function inForce(db: Database, filingId: string): Promise<number | undefined> {
  const found = await db
    .selectFrom('form')
    .select('in_force as number')
    .where('filing_id', '=', filingId)
    .executeTakeFirst()
  return found?.number ?? undefined
}

/** The form in force of the same project a year before, its result where there is one, else its target. */
export const ofLastYear = (db: Database, projectId: string, year: number) =>
  db
    .selectFrom('form as f')
    .innerJoin('form_version as v', (join) =>
      join.onRef('v.form_id', '=', 'f.id').on('v.number', '=', facts.countedVersion),
    )
    .select(['v.form', 'f.filing_id as filingId', 'v.number'])
    .where('f.project_id', '=', projectId)
    .where('f.year', '=', year)
    .orderBy(sql`f.kind like '%self-evaluation'`, 'desc')
    .orderBy('f.updated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
