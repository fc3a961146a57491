import type { StoredForm } from '../api/forms.ts'
import { sourceLinesOf } from '../documents/read-document.ts'
import type { Form } from '../kernel/form/form.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import { relate } from '../kernel/review/relate.ts'
import type { Related } from '../kernel/review/related.ts'
import * as documents from '../store/documents.ts'
import * as record from '../store/filing-record.ts'
import * as filings from '../store/filings.ts'
import * as forms from '../store/forms.ts'
import { ofSameOffice, unitsLike } from '../store/related-forms.ts'
import { checked } from './check-document.ts'
import { type Context, dayAt, dayOf } from './context.ts'
import { relatedOf } from './related-of-filing.ts'
import { sourceLines } from './source-lines.ts'

/**
 * One stored form, judged by today's rules under the profile of its own place and year, beside the stored forms of its
 * office that the actor may see, with the text it was read from.
 */
export async function getForm(context: Context, { id }: { id: string }): Promise<StoredForm> {
  const { db, actor } = context
  const scope = scopeOf(actor, 'form.read')
  const stored = await forms.load(db, scope, id)
  if (!stored) throw problem('form.notFound', { id })
  const bytes = stored.document ? await documents.bytes(db, scope, stored.document.id) : undefined
  const others = await ofSameOffice(db, scope, id, stored.form)
  const organisations = await unitsLike(db, stored.form.unit?.code)
  const related = {
    ...relate([stored.form, ...others]).get(stored.form),
    ...(organisations ? { organisations } : {}),
    ...(await knownOf(context, id, stored.form)),
  }
  return {
    id,
    version: stored.number,
    hash: stored.hash,
    savedAt: stored.savedAt.toISOString(),
    retractedAt: stored.retractedAt?.toISOString() ?? null,
    document: stored.document,
    lines: bytes && stored.document ? sourceLines(await sourceLinesOf(bytes, stored.document.name), [stored.form]) : [],
    ...checked(stored.form, related),
  }
}

/** Of a filing the actor may see: all its record knows; of another form: the day, and when it was published. */
async function knownOf(context: Context, id: string, form: Form): Promise<Related> {
  const { db, actor } = context
  const kept = await record.ofForm(db, id)
  const filing = kept?.filingId ? await filings.load(db, scopeOf(actor, 'filing.read'), kept.filingId) : undefined
  if (filing) return relatedOf(context, db, filing, form)
  const published = kept?.retractedAt ? null : kept?.publishedAt
  if (!published || kept?.filingId) return { today: dayOf(context) }
  const unknown = {
    approvedOn: null,
    withheldBecause: null,
    approvedHash: null,
    publishedHash: null,
    statedAmounts: [],
  }
  return { today: dayOf(context), publication: { ...unknown, publishedOn: dayAt(published) } }
}
