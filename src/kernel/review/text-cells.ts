// Text cells of a form, for rules that read the wording or its length wherever it stands.
import type { Form } from '../form/form.ts'
import { at, printedAt } from '../form/path.ts'

export type TextCell = { readonly path: string; readonly text: string }

/** The text cells that are filled in. */
export function* textCells({ project, goals, tasks, indicators }: Form): Iterable<TextCell> {
  yield* filled('project', { name: project?.name, purpose: project?.purpose })
  yield* filled('goals', goals)
  for (const [i, task] of tasks.entries()) yield* filled(`tasks[${i}]`, task)
  for (const [i, { name, description, target, actual, deviation }] of indicators.entries()) {
    yield* filled(`indicators[${i}]`, {
      name,
      description,
      'target.text': target.text,
      'actual.text': actual?.text,
      deviation,
    })
  }
}

function* filled(at: string, cells: Readonly<Record<string, string | null | undefined>>): Iterable<TextCell> {
  for (const key in cells) {
    const text = cells[key]
    if (text) yield { path: `${at}.${key}`, text }
  }
}

/** The cells a pattern stands for: "indicators[].deviation" → indicators[0].deviation, indicators[1].deviation … */
export function cellsOf(form: Form, pattern: string): TextCell[] {
  const [list, cell] = pattern.split('[].')
  const rows = list === undefined || cell === undefined ? null : at(form, list)
  const paths = Array.isArray(rows) ? rows.map((_, i) => `${list}[${i}].${cell}`) : [pattern]
  return paths.flatMap((path) => {
    const text = printedAt(form, path)
    return text === null ? [] : [{ path, text }]
  })
}
