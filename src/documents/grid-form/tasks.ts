// 年度主要任务: the tasks of department forms.

import { blankFund } from '../../kernel/form/blank.ts'
import type { Task } from '../../kernel/form/form.ts'
import { sectionOf } from '../../kernel/layout/layout.ts'
import type { Cell, Row } from '../grid.ts'
import { type Headings, matchHeadings } from '../headings.ts'
import { isAnyLabel, isLabel } from '../labels.ts'
import { labelKey } from '../text.ts'
import { type Draft, takeNumber, takeRemark, takeText } from './draft.ts'
import type { Front } from './front.ts'

export function readTasks(front: Front, draft: Draft): void {
  if (sectionOf(draft.layout, 'tasks') === undefined) return
  const at = front.rows.findIndex((row) => matchHeadings(row, draft.layout, 'tasks') !== null)
  const headings = at < 0 ? null : matchHeadings(front.rows[at] ?? [], draft.layout, 'tasks')
  if (headings === null) return
  for (const row of front.rows.slice(at + 1)) {
    if (readTotal(row, headings, draft)) return
    if (row.some((cell) => isAnyLabel(labelKey(cell.text), draft.layout))) return
    if (row.filter((cell) => labelKey(cell.text) !== '').length < 2) continue
    const path = `tasks[${draft.form.tasks.length}]`
    const task: Task = { name: null, plan: null, content: null, completion: null }
    for (const { column, index } of headings) {
      const cell: Cell | undefined = row[index]
      takeRemark(draft, task, path, column.at, cell)
      if (isTaskField(column.at)) task[column.at] = takeText(draft, `${path}.${column.at}`, cell ? [cell] : [])
    }
    draft.form.tasks.push(task)
  }
}

/** The sum below the tasks, under the columns its amounts are named after. */
function readTotal(row: Row, headings: Headings, draft: Draft): boolean {
  const total = sectionOf(draft.layout, 'tasks')?.total
  const first = row.find((cell) => labelKey(cell.text) !== '')
  if (total === undefined || first === undefined || !isLabel(labelKey(first.text), total)) return false
  for (const { column, index } of headings) {
    const fund = total.rows.find(({ label }) => label === column.label)
    if (fund === undefined) continue
    const path = `funds[${draft.form.funds.length}]`
    draft.form.funds.push({
      ...blankFund(fund.label, fund.level, fund.scope),
      initialBudget: takeNumber(draft, `${path}.initialBudget`, row[index]),
    })
  }
  return true
}

type TaskField = 'name' | 'plan' | 'content' | 'completion'
const isTaskField = (at: string): at is TaskField => ['name', 'plan', 'content', 'completion'].includes(at)
