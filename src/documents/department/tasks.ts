// 年度主要任务: every column of a task is printed to its end before the next one begins.
import type { Task } from '../../kernel/form/form.ts'
import type { Column } from '../../kernel/layout/layout.ts'
import { atomsOf } from '../flow/atoms.ts'
import type { Line } from '../source-text.ts'
import { labelKey } from '../text.ts'
import { displayWidth } from '../wrapped.ts'
import { columnPath, seamsOf } from './column-path.ts'
import { columnWidths } from './column-widths.ts'
import { headingAt } from './heading.ts'
import { paragraphs, type Row } from './paragraphs.ts'
import type { FieldRecord } from './record.ts'
import type { TableBlock } from './sections.ts'

type Cell = { readonly column: number; readonly rows: Row[] }

/** The printed lines with their widths; headings repeated on a new page and page numbers are left out. */
export function printedRows(lines: readonly Line[], columns: readonly Column[] = []): readonly Row[] {
  const kept = new Set(atomsOf(lines).map((atom) => atom.line))
  const rows: Row[] = []
  let blanks = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    const heading = columns.length > 0 && line && kept.has(line) ? headingAt(lines, i, columns, 3) : undefined
    if (heading) {
      i = heading.next - 1
      blanks++
    } else if (line && kept.has(line)) {
      const text = line.text.trim()
      rows.push({ line, text, width: displayWidth(text), blanks })
      blanks = 0
    } else blanks++
  }
  return rows
}

function cellsOf(rows: readonly Row[], widths: readonly number[]): readonly Cell[] {
  const cells: Cell[] = []
  for (const [i, { column, starts }] of (columnPath(seamsOf(rows), widths)?.placed() ?? []).entries()) {
    const row = rows[i]
    if (row === undefined) continue
    const open = cells.at(-1)
    if (open === undefined || starts) cells.push({ column, rows: [row] })
    else open.rows.push(row)
  }
  return cells
}

/** Cells by task: a column at or before the last one begins the next task. */
function tasksOf(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const tasks: Cell[][] = []
  for (const cell of cells) {
    const open = tasks.at(-1)
    const last = open?.at(-1)
    if (open === undefined || last === undefined || cell.column <= last.column) tasks.push([cell])
    else open.push(cell)
  }
  return tasks
}

const blankTask: Task = { name: null, plan: null, content: null, completion: null }

export function readTasks(block: TableBlock, record: FieldRecord): readonly Task[] {
  const rows = printedRows(block.lines, block.columns)
  if (rows.length === 0) return []
  const widths = columnWidths(
    rows,
    block.columns.map((column) => column.width),
  )
  return tasksOf(cellsOf(rows, widths)).map((cells, index) => {
    const task: Record<string, string | null> = Object.fromEntries(Object.keys(blankTask).map((key) => [key, null]))
    for (const cell of cells) {
      const column = block.columns[cell.column]
      if (column === undefined || !(column.at in blankTask)) continue
      task[column.at] = paragraphs(cell.rows, widths[cell.column] ?? 0)
      record.placeRows(`tasks[${index}].${column.at}`, cell.rows)
    }
    for (const column of block.columns)
      if (task[column.at] === null)
        record.doubt(
          `tasks[${index}].${column.at}`,
          `第${index + 1}项任务没有读到“${labelKey(column.label)}”`,
          lineOf(cells),
        )
    return { ...blankTask, ...task }
  })
}

const lineOf = (cells: readonly Cell[]): number | undefined => cells[0]?.rows[0]?.line.line
