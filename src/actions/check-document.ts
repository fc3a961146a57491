import type { CheckedDocument } from '../api/check.ts'
import type { CheckedForm } from '../api/forms.ts'
import type { Form } from '../kernel/form/form.ts'
import { problem } from '../kernel/problem.ts'
import { profileOf } from '../kernel/profile/choose.ts'
import { profiles } from '../kernel/profile/index.ts'
import type { Profile } from '../kernel/profile/profile.ts'
import { checkForm, checkForms } from '../kernel/review/check.ts'
import type { Related } from '../kernel/review/related.ts'
import { readGiven } from './read-forms.ts'
import { sourceLines } from './source-lines.ts'

type Input = { bytes: Uint8Array; name: string; profile?: string | undefined }

/** 快速检查: reads a document, or all of an archive, and checks every form in it, each against the others. Nothing is stored. */
export async function checkDocument(_: object, { bytes, name, profile }: Input): Promise<CheckedDocument> {
  const chosen = profile === undefined ? undefined : namedProfile(profile)
  const read = await readGiven({ bytes, name })
  const { source, forms, lines, notes = [] } = read
  return {
    source,
    forms: checkedTogether(forms, chosen),
    lines: sourceLines(lines, forms),
    notes,
    ...('files' in read && { files: read.files }),
  }
}

/** Forms that were given together, each under the named profile or the one made for its place, kind and year. */
export function checkedTogether(forms: readonly Form[], profile?: Profile): CheckedForm[] {
  const checks = checkForms(forms, profile)
  return forms.flatMap((form, i) => {
    const check = checks[i]
    return check === undefined ? [] : [{ form, check }]
  })
}

/**
 * Documents that were checked one by one, as what they are together: last year's form, the approved target and the
 * other forms of an office may stand in another file.
 */
export function acrossDocuments(documents: readonly CheckedDocument[], profile?: string): CheckedDocument[] {
  const chosen = profile === undefined ? undefined : namedProfile(profile)
  const all = documents.flatMap(({ forms }) => forms.map(({ form }) => form))
  const checks = checkedTogether(all, chosen)
  let next = 0
  return documents.map((document) => {
    const from = next
    next += document.forms.length
    return { ...document, forms: checks.slice(from, next) }
  })
}

/** One form with what is known beside it. */
export const checked = (form: Form, related: Related = {}): CheckedForm => ({
  form,
  check: checkForm(form, undefined, related),
})

export function namedProfile(id: string): Profile {
  const found = profileOf(id)
  if (!found) throw problem('profile.unknown', { id, known: profiles.map((p) => p.id).join('、') })
  return found
}
