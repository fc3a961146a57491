// A save of a filing, all of it in one statement: the new version, the form's head, who wrote it, and the event.
import { sql } from 'kysely'
import type { Form } from '../kernel/form/form.ts'
import type { Database } from './db.ts'
import { appending, chainBegun, type NewEvent } from './events.ts'
import { type Save, storable, versionOf } from './filed-forms.ts'
import type { Filing } from './filings.ts'
import { summaryOf, versionHash } from './forms.ts'
import { canonical } from './hash.ts'
import { contentHash } from './identity.ts'

export type SavedVersion = {
  readonly outcome: 'changed' | 'unchanged'
  readonly version: number
  readonly hash: string
  readonly revision: number
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
  const content = contentHash(form)
  if (stored.contentHash === content)
    return { outcome: 'unchanged', version: filing.version, hash: stored.hash, revision }
  const key = { region: stored.region, year: stored.year, id: formId }
  const version = versionOf(key, form, save, { version: filing.version, hash: stored.hash })
  const text = canonical(form)
  const hash = versionHash(version, text)
  const event = save.event(version.number, hash)
  const shown = Object.entries(stored.inForce === null ? summaryOf(form) : {})
  const summary = shown.map(([name, value]) => sql`${sql.ref(name)} = ${value}, `)
  const { rows } = await storable(() =>
    sql<{ revision: number }>`
      with seen as (
        update filing set revision = revision + 1,
          preparers = case when ${person}::uuid is null or ${person}::uuid = any(preparers) then preparers else preparers || ${person}::uuid end
        where id = ${filing.id} and revision = ${revision} and ${chainBegun(event.region ?? '')} returning revision),
      head as (
        update form set ${sql.join(summary, sql``)} version = ${version.number}, content_sha256 = ${content},
          hash = ${hash}, updated_at = ${version.savedAt}
        from seen where form.id = ${formId}),
      added as (
        insert into form_version (region, year, form_id, number, form, content_sha256, previous_hash, hash, saved_at, saved_by, reason)
        select ${version.region}, ${version.year}, ${formId}::uuid, ${version.number}, ${text}::jsonb, ${content},
          ${version.previousHash}, ${hash}, ${version.savedAt}, ${version.savedBy}, ${version.reason} from seen),
      ${appending(event, stamp, sql`exists (select from seen)`)}
      select revision from seen`.execute(db),
  )
  const [row] = rows
  return row && { outcome: 'changed', version: version.number, hash, revision: row.revision }
}
