// Text cells of a form, for rules that read the wording or its length wherever it stands.
import type { Form } from '../form/form.ts'
import { at, printedAt } from '../form/path.ts'

export type TextCell = { readonly path: string; readonly text: string }

/** Forms are never changed in place, and several rules read every cell. */
const known = new WeakMap<Form, readonly TextCell[]>()

/** The text cells that are filled in. */
export function textCells(form: Form): readonly TextCell[] {
  const found = known.get(form) ?? collect(form)
  known.set(form, found)
  return found
}

function collect({ project, goals, tasks, indicators }: Form): TextCell[] {
  const cells: TextCell[] = []
  const add = (path: string, text: string | null | undefined) => {
    if (text) cells.push({ path, text })
  }
  add('project.name', project?.name)
  add('project.purpose', project?.purpose)
  for (const goal of ['overall', 'annual', 'expected', 'actual'] as const) add(`goals.${goal}`, goals[goal])
  for (const [i, task] of tasks.entries())
    for (const part of ['name', 'plan', 'content', 'completion'] as const) add(`tasks[${i}].${part}`, task[part])
  for (const [i, { name, description, target, actual, deviation }] of indicators.entries()) {
    const row = `indicators[${i}]`
    add(`${row}.name`, name)
    add(`${row}.description`, description)
    add(`${row}.target.text`, target.text)
    add(`${row}.actual.text`, actual?.text)
    add(`${row}.deviation`, deviation)
  }
  return cells
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
