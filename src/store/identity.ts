// Which form is which: the same table of the same unit and year is one form, however often it is read.
import type { Form, FormKind } from '../kernel/form/form.ts'
import { canonical, fingerprint, inOrder, sha256 } from './hash.ts'

/** '' and 0 stand for "the form does not say", so that the identity can be a key. */
export type Identity = {
  readonly region: string
  readonly year: number
  readonly kind: FormKind
  readonly department: string
  readonly unit: string
  readonly project: string
  /** The how-manieth of its identity in one document: some documents print two forms of one name. */
  readonly occurrence: number
}

export const identityOf = (form: Form, occurrence = 1): Identity => ({
  region: form.region ?? '',
  year: form.year ?? 0,
  kind: form.kind,
  department: nameOf(form.department),
  unit: nameOf(form.unit),
  project: nameOf(form.project),
  occurrence,
})

/** The identities of the forms of one document, in their order. */
export function identitiesOf(forms: readonly Form[]): Identity[] {
  const seen = new Map<string, number>()
  return forms.map((form) => {
    const key = JSON.stringify(identityOf(form))
    const occurrence = (seen.get(key) ?? 0) + 1
    seen.set(key, occurrence)
    return identityOf(form, occurrence)
  })
}

const nameOf = (named: { readonly code: string | null; readonly name: string | null } | null): string =>
  named?.name ?? named?.code ?? ''

/** The form in canonical JSON, and the hash of its content, from one look at it. */
export function writtenForm(form: Form): { readonly text: string; readonly content: string } {
  const copy: Form | undefined = inOrder(form)
  if (copy === undefined) return { text: canonical(form), content: contentHash(form) }
  const text = JSON.stringify(copy)
  // What is undefined is not written: so the copy becomes the content.
  copy.sources = undefined
  copy.doubts = undefined
  copy.layout = undefined
  for (const row of copy.indicators) row.key = undefined
  for (const row of copy.tasks) row.key = undefined
  return { text, content: sha256(JSON.stringify(copy)) }
}

/** What is printed, without where it was read, how sure the reader is and the keys of rows: equal content is no new version. */
export function contentHash(form: Form): string {
  const { sources, doubts, layout, ...content } = form
  const unkeyed = <R extends { key?: string | undefined }>(rows: readonly R[]) => rows.map(({ key, ...row }) => row)
  return fingerprint({ ...content, indicators: unkeyed(content.indicators), tasks: unkeyed(content.tasks) })
}

/** What the list is searched in: names without white space, one a line, letters and digits in one shape. */
export const searchText = (form: Form): string =>
  [form.project?.name, form.unit?.name, form.department?.name, form.project?.code, form.unit?.code, form.title]
    .filter((text) => text !== null && text !== undefined)
    .map((text) => normalize(text).replace(/\s+/g, ''))
    .join('\n')

const normalize = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The words of a search, each to be found somewhere in the search text; % and _ mean themselves. */
export const searchPatterns = (text: string): string[] =>
  normalize(text)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
