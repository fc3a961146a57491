// Text that is a table between commas, semicolons or quoted tabs → grid; any other text is none of this reader's.
import { layouts } from '../../kernel/layout/index.ts'
import type { Cell, Row } from '../grid.ts'
import type { GridDocument } from '../grid-document.ts'
import { isAnyLabel } from '../labels.ts'
import { labelKey } from '../text.ts'
import { rowKeyIn } from '../workbook/row-keys.ts'
import { columnName } from '../workbook/sheet.ts'
import { type CsvRecord, csvRecords } from './records.ts'

const MOST_RECORDS = 200_000
/** Records looked at to tell a table from other text. */
const LOOKED_AT = 2000
/** Cells of their own that must be labels of one known form. */
const LABELS = 4

/** Null for text that is no such table: most texts with tabs are read better line by line. */
export function readCsv(text: string): GridDocument | null {
  const separator = separatorOf(text)
  return separator === null ? null : csvGrid(text, separator)
}

/** The records of a text between separators, empty ones left out. */
export function csvGrid(text: string, separator: string): GridDocument {
  const rows: Row[] = []
  csvRecords(text, separator, MOST_RECORDS).forEach((record, i) => {
    if (record.some((field) => field.trim() !== '')) rows.push(rowOf(record, i + 1, rows.length + 1))
  })
  return { grid: { rows }, notes: [] }
}

const rowOf = (record: CsvRecord, number: number, line: number): Row =>
  record.map((text, column): Cell => {
    const shown = rowKeyIn(text) === null ? text : ''
    return { text: shown, source: { line, cell: `${columnName(column)}${number}`, text: shown } }
  })

/** Tabs count only where cells stand in quotes with line breaks or quotes inside them. */
const QUOTED = /(?:^|\t|\n)"[^"]*(?:\n|"")/

function separatorOf(text: string): string | null {
  const start = text.slice(0, 200_000)
  if (QUOTED.test(start) && labelsBetween(text, '\t') >= LABELS) return '\t'
  if (tabbed(start)) return null
  return [',', ';'].find((separator) => start.includes(separator) && labelsBetween(text, separator) >= LABELS) ?? null
}

/** Text whose lines hold tabs is a table between tabs, whatever commas its cells hold. */
function tabbed(text: string): boolean {
  const lines = text.split('\n')
  return lines.filter((line) => line.includes('\t')).length * 4 > lines.length
}

/** How many cells of their own are labels of the form they fit best. */
function labelsBetween(text: string, separator: string): number {
  const records = csvRecords(text, separator, LOOKED_AT).filter((record) => record.length >= 3)
  const keys = new Set(records.flatMap((record) => record.map(labelKey)))
  return Math.max(0, ...layouts.map((layout) => [...keys].filter((key) => isAnyLabel(key, layout)).length))
}
