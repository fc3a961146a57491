// Which cells change when computed scores are taken over into the form: those that differ or are missing.
import type { Form } from '../../kernel/form/form.ts'
import { printedAt } from '../../kernel/form/path.ts'
import type { FormScores } from '../../kernel/scoring/score.ts'
import type { Typing } from './draft.ts'

/** `open`: cells that may be typed into. What lies inside a band is the person's to decide and stays. */
export function computedCells(form: Form, scores: FormScores, open: ReadonlySet<string>): readonly Typing[] {
  const rows = scores.scores.flatMap(({ path, computed, range }) =>
    computed === null || range !== null ? [] : [{ path, text: computed }],
  )
  const { total, grade } = scores
  const ends = [
    ...(total.computed === null ? [] : [{ path: 'totals.score', text: total.computed }]),
    ...(grade.computed === null ? [] : [{ path: 'grade', text: grade.computed }]),
  ]
  return [...rows, ...ends].filter(({ path, text }) => open.has(path) && printedAt(form, path) !== text)
}
