// 年度主要任务: the tasks of department forms.
import type { Task } from '../../kernel/form/form.ts'
import { sectionOf } from '../../kernel/layout/layout.ts'
import type { Cell } from '../grid.ts'
import { matchHeadings } from '../headings.ts'
import { isAnyLabel } from '../labels.ts'
import { labelKey } from '../text.ts'
import { type Draft, takeText } from './draft.ts'
import type { Front } from './front.ts'

export function readTasks(front: Front, draft: Draft): void {
  if (sectionOf(draft.layout, 'tasks') === undefined) return
  const at = front.rows.findIndex((row) => matchHeadings(row, draft.layout, 'tasks') !== null)
  const headings = at < 0 ? null : matchHeadings(front.rows[at] ?? [], draft.layout, 'tasks')
  if (headings === null) return
  for (const row of front.rows.slice(at + 1)) {
    if (row.some((cell) => isAnyLabel(labelKey(cell.text), draft.layout))) return
    if (row.filter((cell) => labelKey(cell.text) !== '').length < 2) continue
    const path = `tasks[${draft.form.tasks.length}]`
    const task: Task = { name: null, plan: null, content: null, completion: null }
    for (const { column, index } of headings) {
      const cell: Cell | undefined = row[index]
      if (isTaskField(column.at)) task[column.at] = takeText(draft, `${path}.${column.at}`, cell ? [cell] : [])
    }
    draft.form.tasks.push(task)
  }
}

const isTaskField = (at: string): at is keyof Task => ['name', 'plan', 'content', 'completion'].includes(at)
