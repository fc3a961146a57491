// Before anything becomes public it is looked through: personal data, blanks, drafts.
import type { Form } from '../kernel/form/form.ts'
import { problem } from '../kernel/problem.ts'
import { againstPublication, toLookAt } from '../kernel/review/publishable.ts'

/** Problem: publication.unfit, naming each place, unless whoever publishes has seen and acknowledged it. */
export function refuseUnfitToPublish(form: Form, today: string, acknowledged: boolean): void {
  const against = acknowledged ? [] : againstPublication(toLookAt(form, today))
  if (against.length === 0) return
  throw problem(
    'publication.unfit',
    { count: against.length, first: against[0]?.message ?? '' },
    against.map(({ path, message, rule, fix }) => ({ path, message: `${message}（${rule}）${fix}` })),
  )
}
