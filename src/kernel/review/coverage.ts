// Which projects of an office have no form of a stage: monitoring (M01) and self-evaluation (Y09) cover them all.
import type { Form } from '../form/form.ts'
import { sameContent, unitName } from './relate.ts'
import type { RegisteredProject } from './related.ts'
import { wordsOf } from './rows.ts'

/** Registered projects of the forms' units without a form; said once, at the first of the forms. */
export function withoutForm(
  form: Form,
  siblings: readonly Form[],
  projects: readonly RegisteredProject[],
): readonly RegisteredProject[] {
  const [first] = siblings
  if (first === undefined || !sameContent(first, form)) return []
  const units = new Set(siblings.map(unitName))
  const has = new Set(siblings.map((one) => `${unitName(one)} ${wordsOf(one.project?.name)}`))
  return projects.filter(({ name, unit }) => units.has(wordsOf(unit)) && !has.has(`${wordsOf(unit)} ${wordsOf(name)}`))
}
