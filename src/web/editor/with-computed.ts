// Fetched when computed scores are taken over: it brings the arithmetic of scores to the page.
import type { Form } from '../../kernel/form/form.ts'
import { typeAll } from '../../kernel/form/type-in.ts'
import { profileOf } from '../../kernel/profile/choose.ts'
import { scoreForm } from '../../kernel/scoring/engine.ts'
import { computedCells } from './take-over.ts'

/** The form with its computed scores, then with the total and the grade they make. `profile` by its id. */
export function withComputed(form: Form, profile: string, open: ReadonlySet<string>): Form {
  const rules = profileOf(profile)
  if (rules === undefined) return form
  const once = typeAll(form, computedCells(form, scoreForm(form, rules), open)).form
  return typeAll(once, computedCells(once, scoreForm(once, rules), open)).form
}
