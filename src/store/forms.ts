// Forms kept whole: every saved version is immutable and chained to the one before by its hash.
import { sql } from 'kysely'
import type { Form, FormKind } from '../kernel/form/form.ts'
import type { Scope } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import { codeOf, type Database, type Tx } from './db.ts'
import * as facts from './facts.ts'
import { canonical, sha256 } from './hash.ts'
import { type Identity, identitiesOf, identityOf, searchText, writtenForm } from './identity.ts'
import { within } from './scope.ts'
import type { Stamp } from './stamp.ts'

export type Origin = { readonly documentId: string; readonly position: number }

export type Saved = {
  readonly id: string
  /** The version that now is current. */
  readonly number: number
  readonly hash: string
  /** created: first of its identity · changed: a new version · unchanged: the same content is already current. */
  readonly outcome: 'created' | 'changed' | 'unchanged'
}

type SaveOptions = {
  readonly reason: string
  readonly stamp: Stamp
  readonly origin?: Origin
  /** Published with this save where it is new: everybody may read it from now on. */
  readonly published?: boolean
  /** The version the change was made on; a newer one is refused. */
  readonly basedOn?: number
}

/** Saves the forms of one document, in their order. */
export async function saveAll(
  tx: Tx,
  forms: readonly Form[],
  documentId: string,
  options: Pick<SaveOptions, 'reason' | 'stamp' | 'published'>,
): Promise<Saved[]> {
  const identities = identitiesOf(forms)
  const saved: Saved[] = []
  for (const [i, form] of forms.entries())
    saved.push(await save(tx, form, { ...options, origin: { documentId, position: i + 1 } }, identities[i]))
  return saved
}

/** Saves one form as a new version of its identity, unless the current version says the same. Problem: form.changed. */
export async function save(
  tx: Tx,
  form: Form,
  options: SaveOptions,
  identity: Identity = identityOf(form),
): Promise<Saved> {
  const saved = await saveVersion(tx, form, options, identity).catch((error: unknown) => {
    // what PostgreSQL says of text it cannot hold: a null character, half of a surrogate pair
    if (['22021', '22P05', '22P02'].includes(codeOf(error))) throw problem('form.notStorable', {})
    throw error
  })
  if (options.origin) await noteOrigin(tx, options.origin, saved)
  return saved
}

async function saveVersion(tx: Tx, form: Form, options: SaveOptions, identity: Identity): Promise<Saved> {
  const { text, content } = writtenForm(form)
  const before = await lockCurrent(tx, identity)
  if (options.basedOn !== undefined && before && before.version !== options.basedOn)
    throw problem('form.changed', { number: before.version })
  if (before?.content_sha256 === content)
    return { id: before.id, number: before.version, hash: before.hash, outcome: 'unchanged' }
  const id = before?.id ?? options.stamp.newId()
  const version: Version = {
    region: identity.region,
    year: identity.year,
    formId: id,
    number: (before?.version ?? 0) + 1,
    form,
    previousHash: before?.hash ?? null,
    savedAt: options.stamp.now,
    savedBy: options.stamp.by,
    reason: options.reason,
    documentId: options.origin?.documentId ?? null,
    position: options.origin?.position ?? null,
  }
  const hash = versionHash(version, text)
  const newest = { version: version.number, content_sha256: content, hash, updated_at: version.savedAt }
  const waits = before !== undefined && before.publishedAt !== null
  if (waits) await updateCurrent(tx, identity, id, { ...newest, ...stillPublic(before) })
  else if (before) await updateCurrent(tx, identity, id, { ...newest, ...summaryOf(form) })
  else {
    const published = options.published ? { published_at: version.savedAt, published_version: 1 } : {}
    const created = await insertCurrent(tx, identity, id, { ...newest, ...summaryOf(form), ...published })
    if (!created) return saveVersion(tx, form, options, identity) // somebody else created it a moment ago
  }
  await insertVersion(tx, version, content, hash)
  if (!waits) await facts.save(tx, form, { region: identity.region, year: identity.year, id })
  return { id, number: version.number, hash, outcome: before ? 'changed' : 'created' }
}

/** A new version of what is public waits for its own publication: until then lists, facts and the public keep the old one. */
const stillPublic = ({ version, publishedVersion, inForce }: Before) => ({
  published_version: publishedVersion ?? version,
  in_force: inForce ?? publishedVersion ?? version,
})

type Before = { readonly version: number; readonly publishedVersion: number | null; readonly inForce: number | null }

export type Version = {
  readonly region: string
  readonly year: number
  readonly formId: string
  readonly number: number
  readonly form: Form
  readonly previousHash: string | null
  readonly savedAt: Date
  readonly savedBy: string
  readonly reason: string
  readonly documentId: string | null
  readonly position: number | null
}

/**
 * The fingerprint of a version: covers everything it says and, through the previous hash, all versions before it.
 * `text` = the form in canonical JSON (its bytes: UTF-8), for who has it already.
 */
export function versionHash(version: Version, text: string | Uint8Array = canonical(version.form)): string {
  const { documentId, form, ...behind } = version // the keys in order: documentId, form, formId …
  return sha256(`${canonical({ documentId }).slice(0, -1)},"form":`, text, `,${canonical(behind).slice(1)}`)
}

const lockCurrent = (tx: Tx, identity: Identity) =>
  tx
    .selectFrom('form')
    .select(['id', 'version', 'hash', 'content_sha256', 'published_at as publishedAt'])
    .select(['published_version as publishedVersion', 'in_force as inForce'])
    .where('region', '=', identity.region)
    .where('year', '=', identity.year)
    .where('kind', '=', identity.kind)
    .where('department', '=', identity.department)
    .where('unit', '=', identity.unit)
    .where('project', '=', identity.project)
    .where('occurrence', '=', identity.occurrence)
    .where('filing_id', 'is', null)
    .forUpdate()
    .executeTakeFirst()

/** What the list shows of a version. */
export function summaryOf(form: Form) {
  const total = form.funds.find((fund) => fund.level === 0 && fund.scope === 'annual') ?? form.funds[0]
  return {
    title: form.title,
    amount_unit: form.amountUnit,
    budget: total?.annualBudget ?? total?.initialBudget ?? null,
    score: form.totals.score,
    grade: form.grade,
    indicators: form.indicators.length,
    search: searchText(form),
  }
}

type Newest = { version: number; content_sha256: string; hash: string; updated_at: Date }
type Summary = ReturnType<typeof summaryOf>
type Public = { published_at?: Date; published_version?: number }

const updateCurrent = (
  tx: Tx,
  { region, year }: Identity,
  id: string,
  current: Newest & (Summary | ReturnType<typeof stillPublic>),
) =>
  tx
    .updateTable('form')
    .set(current)
    .where('region', '=', region)
    .where('year', '=', year)
    .where('id', '=', id)
    .execute()

/** False when the identity exists by now. */
const insertCurrent = async (
  tx: Tx,
  identity: Identity,
  id: string,
  current: Newest & Summary & Public,
): Promise<boolean> => {
  const inserted = await tx
    .insertInto('form')
    .values({ ...identity, id, ...current })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const insertVersion = (tx: Tx, version: Version, content: string, hash: string) =>
  tx
    .insertInto('form_version')
    .values({
      region: version.region,
      year: version.year,
      form_id: version.formId,
      number: version.number,
      form: JSON.stringify(version.form),
      content_sha256: content,
      previous_hash: version.previousHash,
      hash,
      saved_at: version.savedAt,
      saved_by: version.savedBy,
      reason: version.reason,
      document_id: version.documentId,
      position: version.position,
    })
    .execute()

const noteOrigin = (tx: Tx, { documentId, position }: Origin, { id, number }: Saved) =>
  tx
    .insertInto('document_form')
    .values({ document_id: documentId, position, form_id: id, number })
    .onConflict((conflict) => conflict.columns(['document_id', 'position']).doUpdateSet({ form_id: id, number }))
    .execute()

export type StoredForm = {
  readonly id: string
  readonly number: number
  /** Of the newest version; equal to `number` when that one was asked for. */
  readonly current: number
  readonly form: Form
  readonly hash: string
  readonly savedAt: Date
  readonly savedBy: string
  readonly reason: string
  /** Taken back after publication; it stays visible as withdrawn. */
  readonly retractedAt: Date | null
  readonly document: { readonly id: string; readonly name: string; readonly position: number } | null
}

/** What everybody may see of a form that was published. */
const published = sql<number>`coalesce(f.published_version, f.version)`

/** One form within the scope, its current version unless another is asked for. Of a published form outsiders see that one. */
export async function load(db: Database, scope: Scope, id: string, number?: number): Promise<StoredForm | undefined> {
  const own = within(scope, { path: 'o.path', filing: 'f.filing_id' })
  const found = await db
    .selectFrom('form as f')
    .innerJoin('form_version as v', (join) =>
      join.onRef('v.region', '=', 'f.region').onRef('v.year', '=', 'f.year').onRef('v.form_id', '=', 'f.id'),
    )
    .leftJoin('document as d', 'd.id', 'v.document_id')
    .leftJoin('organisation as o', 'o.id', 'f.organisation_id')
    .where(within(scope, { path: 'o.path', published: 'f.published_at', filing: 'f.filing_id' }))
    .select(['f.id', 'f.version as current', 'v.number', 'v.form', 'v.hash', 'v.saved_at as savedAt'])
    .select([
      'f.retracted_at as retractedAt',
      'v.saved_by as savedBy',
      'v.reason',
      'v.position',
      'd.id as documentId',
      'd.name as documentName',
    ])
    .where('f.id', '=', id)
    .where('v.number', '=', number ?? sql<number>`case when ${own} then f.version else ${published} end`)
    .where((eb) => eb.or([own, eb('v.number', '=', published)]))
    .executeTakeFirst()
  if (!found) return undefined
  const { documentId, documentName, position, ...rest } = found
  const known = documentId !== null && documentName !== null && position !== null
  return { ...rest, document: known ? { id: documentId, name: documentName, position } : null }
}

export type VersionRow = Pick<StoredForm, 'number' | 'hash' | 'savedAt' | 'savedBy' | 'reason'>

/** All versions of a form, newest first. */
export const history = (db: Database, id: string): Promise<VersionRow[]> =>
  db
    .selectFrom('form_version')
    .select(['number', 'hash', 'saved_at as savedAt', 'saved_by as savedBy', 'reason'])
    .where('form_id', '=', id)
    .orderBy('number', 'desc')
    .execute()

export type FormKey = {
  readonly id: string
  readonly number: number
  readonly position: number
  readonly kind: FormKind
}

/** The forms a document holds, in its order. */
export const inDocument = (db: Database, documentId: string): Promise<FormKey[]> =>
  db
    .selectFrom('document_form as o')
    .innerJoin('form as f', 'f.id', 'o.form_id')
    .select(['f.id', 'o.number', 'o.position', 'f.kind'])
    .where('o.document_id', '=', documentId)
    .orderBy('o.position')
    .execute()
