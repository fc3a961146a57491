// Several files checked as what they are together: last year's form or the approved target may stand in another file.
import type { CheckedDocument } from '../../api/check.ts'

/** Rules of thousands of forms at once would hold up the page; a folder of that size is checked by the command line. */
const MOST_FORMS = 500

/** The same documents, every form checked beside all others; as they are where they are one, or too many. */
export async function checkTogether(documents: readonly CheckedDocument[]): Promise<readonly CheckedDocument[]> {
  const forms = documents.flatMap((document) => document.forms.map(({ form }) => form))
  if (documents.length < 2 || forms.length > MOST_FORMS) return documents
  const { checkForms } = await import('../../kernel/review/check.ts')
  const checks = checkForms(forms)
  let next = 0
  return documents.map((document) => ({
    ...document,
    forms: document.forms.map((checked) => ({ ...checked, check: checks[next++] ?? checked.check })),
  }))
}
