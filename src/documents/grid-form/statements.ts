// 资金管理情况: a text for every row and column, kept as remarks.
import { sectionOf, statementPath } from '../../kernel/layout/layout.ts'
import { isLabel } from '../labels.ts'
import { isNothing, labelKey } from '../text.ts'
import { type Draft, putHead, takeText } from './draft.ts'
import type { Front } from './front.ts'

export function readStatements(front: Front, draft: Draft): void {
  const section = sectionOf(draft.layout, 'statements')
  if (section === undefined) return
  const indexOf = (label: string): number => front.cells.find(({ key }) => isLabel(key, { label }))?.column ?? -1
  const columns = section.columns
    .map((column) => ({ column, index: indexOf(column) }))
    .filter(({ index }) => index >= 0)
  for (const row of front.rows) {
    const label = section.rows.find((candidate) =>
      row.some((cell) => isLabel(labelKey(cell.text), { label: candidate })),
    )
    if (label === undefined) continue
    for (const { column, index } of columns) {
      const cell = row[index]
      if (cell === undefined || isNothing(cell.text)) continue
      const path = statementPath(label, column)
      putHead(draft.form, path, takeText(draft, path, [cell]))
    }
  }
}
