// A save of a filing, all of it in one statement: the new version, the form's head, and who wrote it.
import { sql } from 'kysely'
import type { Form } from '../kernel/form/form.ts'
import type { Tx } from './db.ts'
import { type Save, storable, versionOf } from './filed-forms.ts'
import type { Filing } from './filings.ts'
import { summaryOf, versionHash } from './forms.ts'
import { contentHash } from './identity.ts'

export type SavedVersion = {
  readonly outcome: 'changed' | 'unchanged'
  readonly version: number
  readonly hash: string
  readonly revision: number
}

/**
 * Appends a version to the filing as it was loaded; undefined where it has changed since, and nothing is written.
 * Lists go on showing what is in force. Problem: form.notStorable.
 */
export async function append(
  tx: Tx,
  filing: Filing,
  form: Form,
  person: string | null,
  save: Save,
): Promise<SavedVersion | undefined> {
  const { stored, formId, revision } = filing
  const content = contentHash(form)
  if (stored.contentHash === content)
    return { outcome: 'unchanged', version: filing.version, hash: stored.hash, revision }
  const key = { region: stored.region, year: stored.year, id: formId }
  const version = versionOf(key, form, save, { version: filing.version, hash: stored.hash })
  const hash = versionHash(version)
  const shown = Object.entries(stored.inForce === null ? summaryOf(form) : {})
  const summary = shown.map(([name, value]) => sql`${sql.ref(name)} = ${value}, `)
  const { rows } = await storable(() =>
    sql<{ revision: number }>`
      with seen as (
        update filing set revision = revision + 1,
          preparers = case when ${person}::uuid is null or ${person}::uuid = any(preparers) then preparers else preparers || ${person}::uuid end
        where id = ${filing.id} and revision = ${revision} returning revision),
      head as (
        update form set ${sql.join(summary, sql``)} version = ${version.number}, content_sha256 = ${content},
          hash = ${hash}, updated_at = ${version.savedAt}
        from seen where form.id = ${formId}),
      added as (
        insert into form_version (region, year, form_id, number, form, content_sha256, previous_hash, hash, saved_at, saved_by, reason)
        select ${version.region}, ${version.year}, ${formId}::uuid, ${version.number}, ${JSON.stringify(form)}::jsonb, ${content},
          ${version.previousHash}, ${hash}, ${version.savedAt}, ${version.savedBy}, ${version.reason} from seen)
      select revision from seen`.execute(tx),
  )
  const [row] = rows
  return row && { outcome: 'changed', version: version.number, hash, revision: row.revision }
}
