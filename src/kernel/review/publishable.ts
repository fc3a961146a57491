// What a form is looked through for before it is published: personal data, blanks, drafts, template words.
import type { Form } from '../form/form.ts'
import { checkForm } from './check.ts'
import type { Finding } from './review-rule.ts'

/** Rules about what the public must not see, or should not have to. */
const looked = new Set(['A14', 'A16', 'A19', 'A23', 'P05'])

/** Of these an error stands against publication. */
const standing = new Set(['A23', 'P05'])

/** What to look at in a form that is to be published on that day (ISO), in the order of the rules. */
export function toLookAt(form: Form, today: string): readonly Finding[] {
  const publication = {
    publishedOn: today,
    approvedOn: null,
    withheldBecause: null,
    approvedHash: null,
    publishedHash: null,
    statedAmounts: [],
  }
  return checkForm(form, undefined, { publication, today }).findings.filter(({ rule }) => looked.has(rule))
}

/** Findings a form cannot be published with: personal data, internal words, an empty table. */
export const againstPublication = (found: readonly Finding[]): readonly Finding[] =>
  found.filter(({ rule, severity }) => standing.has(rule) && severity === 'error')
