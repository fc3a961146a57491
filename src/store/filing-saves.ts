// A save of a filing, all of it in one statement: the new version, the form's head, who wrote it, and the event.
import { sql } from 'kysely'
import type { Form } from '../kernel/form/form.ts'
import type { Database } from './db.ts'
import { appending, chainBegun, type NewEvent, type Written, written } from './events.ts'
import { type Save, storable, versionOf } from './filed-forms.ts'
import type { Filing } from './filings.ts'
import { summaryOf, type Version, versionHash } from './forms.ts'
import { writtenForm } from './identity.ts'
import { statement, type Value } from './statement.ts'

export type SavedVersion = {
  readonly outcome: 'changed' | 'unchanged'
  readonly version: number
  readonly hash: string
  readonly revision: number
  /** The form as it was sent, canonical JSON in UTF-8; null where nothing was. */
  readonly bytes: Buffer | null
}

type FilingSave = Save & {
  readonly person: string | null
  readonly event: (version: number, hash: string) => NewEvent
}

/**
 * Appends a version to the filing as it was loaded; undefined where it has changed since or its region has had no event
 * yet, and nothing is written. Lists go on showing what is in force. Problem: form.notStorable.
 *
 * One statement is its own transaction: nobody waits for this program between its parts.
 */
export async function append(
  db: Database,
  filing: Filing,
  form: Form,
  save: FilingSave,
): Promise<SavedVersion | undefined> {
  const { person, stamp } = save
  const { stored, formId, revision } = filing
  const { text, content } = writtenForm(form)
  if (stored.contentHash === content)
    return { outcome: 'unchanged', version: filing.version, hash: stored.hash, revision, bytes: null }
  const key = { region: stored.region, year: stored.year, id: formId }
  const version = versionOf(key, form, save, { version: filing.version, hash: stored.hash })
  const bytes = Buffer.from(text) // once for the hash and for the way to the database
  const hash = versionHash(version, bytes)
  const event = save.event(version.number, hash)
  const summary = stored.inForce === null ? summaryOf(form) : null
  const write = summary === null ? appendingUnseen : appendingShown
  const [row] = await storable(() =>
    write(db, { filing, person, version, content, bytes, hash, summary, event: written(event, stamp) }),
  )
  return row && { outcome: 'changed', version: version.number, hash, revision: row.revision, bytes }
}

type Sent = {
  readonly filing: Filing
  readonly person: string | null
  readonly version: Version
  readonly content: string
  /** The form in canonical JSON; sent as it is. */
  readonly bytes: Buffer
  readonly hash: string
  /** What lists show from now on; null where they go on showing what is in force. */
  readonly summary: Summary | null
  readonly event: Written
}
type Summary = ReturnType<typeof summaryOf>

const appendingUnseen = statement((value: Value<Sent>) => appendingWith(value, []))
const appendingShown = statement((value: Value<Sent>) => appendingWith(value, summaryNames))

const shown: Readonly<Record<keyof Summary, true>> = {
  title: true,
  amount_unit: true,
  budget: true,
  score: true,
  grade: true,
  indicators: true,
  search: true,
}
// the keys of the record above
const summaryNames = Object.keys(shown) as (keyof Summary)[]

function appendingWith(value: Value<Sent>, names: readonly (keyof Summary)[]) {
  const id = value(({ filing }) => filing.id)
  const formId = value(({ filing }) => filing.formId)
  const person = value((sent) => sent.person)
  const version = <K extends keyof Version>(name: K) => value((sent) => sent.version[name])
  const content = value((sent) => sent.content)
  const hash = value((sent) => sent.hash)
  const summary = names.map((name) => sql`${sql.ref(name)} = ${value((sent) => sent.summary?.[name] ?? null)}, `)
  return sql<{ revision: number }>`
    with seen as (
      update filing set revision = revision + 1,
        preparers = case when ${person}::uuid is null or ${person}::uuid = any(preparers) then preparers else preparers || ${person}::uuid end
      where id = ${id} and revision = ${value(({ filing }) => filing.revision)}
        and ${chainBegun(value(({ event }) => event.region))} returning revision),
    head as (
      update form set ${sql.join(summary, sql``)} version = ${version('number')}, content_sha256 = ${content},
        hash = ${hash}, updated_at = ${version('savedAt')}
      from seen where form.id = ${formId}),
    added as (
      insert into form_version (region, year, form_id, number, form, content_sha256, previous_hash, hash, saved_at, saved_by, reason)
      select ${version('region')}, ${version('year')}, ${formId}::uuid, ${version('number')}, ${value(({ bytes }) => bytes)}::text::jsonb,
        ${content}, ${version('previousHash')}, ${hash}, ${version('savedAt')}, ${version('savedBy')}, ${version('reason')} from seen),
    ${appending((name) => value(({ event }) => event[name]), sql`exists (select from seen)`)}
    select revision from seen`
}
