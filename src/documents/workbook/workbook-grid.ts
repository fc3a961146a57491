// The sheets of a workbook → one grid, with what people should know about hidden and missing parts.
import type { Cell, Row } from '../grid.ts'
import type { GridDocument } from '../grid-document.ts'
import { takeRowKeys } from './row-keys.ts'
import { columnName, MOST_COLUMNS, MOST_STEPS, type Sheet, type SheetRow } from './sheet.ts'

/**
 * The shown sheets one below the other, rows without text left out. Hidden sheets and columns are left out and named;
 * hidden rows belong to the table and are read, and named.
 */
export function workbookGrid(sheets: readonly Sheet[], notes: readonly string[] = []): GridDocument {
  const rows: Row[] = []
  const tables: number[] = []
  const said = [...notes]
  sheets.forEach((sheet, number) => {
    if (sheet.hidden) {
      if (sheet.rows.length > 0) said.push(`工作表“${sheet.name}”是隐藏的，未读入`)
      return
    }
    takeRowKeys(sheet)
    said.push(...sheet.notes, ...hiddenParts(sheet))
    clearMerged(sheet)
    for (const row of sheet.rows) {
      const cells = cellsOf(row, sheet, rows.length + 1)
      if (cells.length === 0) continue
      rows.push(cells)
      tables.push(number + 1)
    }
  })
  return { grid: { rows, tables }, notes: said }
}

const EMPTY: Cell = { text: '', source: { text: '' } }

/** The cells up to the last one with text; none for an empty row. */
function cellsOf(row: SheetRow, sheet: Sheet, line: number): Row {
  const cells: Cell[] = []
  for (const { column, text } of row.cells) {
    if (column >= MOST_COLUMNS || text.trim() === '' || sheet.hiddenColumns.has(column)) continue
    while (cells.length < column) cells.push(EMPTY)
    const shown = upright(text)
    cells[column] = { text: shown, source: { line, cell: `${sheet.name}!${columnName(column)}${row.number}`, text } }
  }
  return cells
}

/** A heading written downwards, one character a line, is one word. */
function upright(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (!plain.includes('\n')) return plain
  const lines = plain.split('\n').map((line) => line.trim())
  const filled = lines.filter((line) => line !== '')
  return filled.length > 1 && filled.every((line) => UPRIGHT.test(line)) ? filled.join('') : plain
}

/** Digits below each other are numbers of their own. */
const UPRIGHT = /^[\p{Script=Han}（）()、]$/u

/** Only the first cell of a merged area is shown; the others may hold texts from before. */
function clearMerged({ rows, merges }: Sheet): void {
  let steps = 0
  for (const { top, bottom, left, right } of merges) {
    if (top === bottom && left === right) continue
    for (let i = firstFrom(rows, top); i < rows.length && steps < MOST_STEPS; i++) {
      const row = rows[i]
      if (row === undefined || row.number > bottom) break
      steps += row.cells.length + 1
      for (const cell of row.cells)
        if (cell.column >= left && cell.column <= right && !(row.number === top && cell.column === left)) cell.text = ''
    }
  }
}

/** The place of the first row with at least this number; rows stand in order. */
function firstFrom(rows: readonly SheetRow[], number: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}

function hiddenParts(sheet: Sheet): readonly string[] {
  const filled = sheet.rows.filter((row) => row.hidden && row.cells.some(({ text }) => text.trim() !== ''))
  const notes: string[] = []
  if (filled.length > 0)
    notes.push(`工作表“${sheet.name}”第 ${ranges(filled.map(({ number }) => number))} 行是隐藏的，已一并读入`)
  const columns = new Set<number>()
  for (const row of sheet.hiddenColumns.size === 0 ? [] : sheet.rows)
    for (const { column, text } of row.cells)
      if (text.trim() !== '' && sheet.hiddenColumns.has(column)) columns.add(column)
  const names = [...columns].sort((a, b) => a - b).slice(0, 10)
  if (names.length > 0)
    notes.push(`工作表“${sheet.name}”的 ${names.map(columnName).join('、')} 列是隐藏的，未读入；如需读入请取消隐藏`)
  return notes
}

/** 5, 6, 7, 9 → 5–7、9; the first few of many. */
function ranges(numbers: readonly number[]): string {
  const found: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last !== undefined && number === last.to + 1) last.to = number
    else found.push({ from: number, to: number })
  }
  const shown = found.slice(0, 8).map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
  return shown.join('、') + (found.length > shown.length ? ' 等' : '')
}
