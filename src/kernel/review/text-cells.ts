// Every text cell of a form, for rules that read the wording wherever it stands.

import type { Form } from '../form/form.ts'
import { at } from '../form/path.ts'

const head = ['project.name', 'project.purpose', 'goals.overall', 'goals.annual', 'goals.expected', 'goals.actual']
const inTask = ['name', 'plan', 'content', 'completion']
const inRow = ['name', 'description', 'target.text', 'actual.text', 'deviation']

/** Paths of the text cells that are filled in. */
export function textPaths(form: Form): string[] {
  return [
    ...head,
    ...form.tasks.flatMap((_, i) => inTask.map((key) => `tasks[${i}].${key}`)),
    ...form.indicators.flatMap((_, i) => inRow.map((key) => `indicators[${i}].${key}`)),
  ].filter((path) => typeof at(form, path) === 'string')
}

/** The concrete cells a pattern stands for: "indicators[].deviation" → indicators[0].deviation, indicators[1].deviation … */
export function expand(form: Form, pattern: string): string[] {
  const [list, rest] = pattern.split('[].')
  if (list === undefined || rest === undefined) return [pattern]
  const rows = at(form, list)
  return Array.isArray(rows) ? rows.map((_, i) => `${list}[${i}].${rest}`) : []
}
