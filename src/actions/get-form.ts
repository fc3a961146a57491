import type { StoredForm } from '../api/forms.ts'
import { sourceLinesOf } from '../documents/read-document.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import { relate } from '../kernel/review/relate.ts'
import * as documents from '../store/documents.ts'
import * as forms from '../store/forms.ts'
import { ofSameOffice, unitsLike } from '../store/related-forms.ts'
import { checked } from './check-document.ts'
import type { Context } from './context.ts'
import { sourceLines } from './source-lines.ts'

/**
 * One stored form, judged by today's rules under the profile of its own place and year, beside the stored forms of its
 * office that the actor may see, with the text it was read from.
 */
export async function getForm({ db, actor }: Context, { id }: { id: string }): Promise<StoredForm> {
  const scope = scopeOf(actor, 'form.read')
  const stored = await forms.load(db, scope, id)
  if (!stored) throw problem('form.notFound', { id })
  const bytes = stored.document ? await documents.bytes(db, scope, stored.document.id) : undefined
  const others = await ofSameOffice(db, scope, id, stored.form)
  const organisations = await unitsLike(db, stored.form.unit?.code)
  const related = {
    ...relate([stored.form, ...others]).get(stored.form),
    ...(organisations ? { organisations } : {}),
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
