// Writes drawn forms as workbooks for the tests of the reader, with another program's writer.
import { type Cell, type MergeRange, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { Sheet } from '../../kernel/layout/sheet.ts'

/** `numbers`: amounts and scores are numbers under a format, as in forms people compute in; else all cells are texts. */
export type KitStyle = 'texts' | 'numbers'

/** One sheet of the workbook: drawn forms one below the other. */
export type KitSheet = { readonly name: string; readonly forms: readonly Sheet[] }

type Draft = { readonly cells: Map<string, Partial<Cell>>; readonly merges: MergeRange[]; rows: number }

export const workbookOf = (sheets: readonly KitSheet[], style: KitStyle): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map((sheet) => written(sheet, style)) })

function written({ name, forms }: KitSheet, style: KitStyle): WriteSheet {
  const draft: Draft = { cells: new Map(), merges: [], rows: 0 }
  for (const form of forms) addForm(form, style, draft)
  const rows = Array.from({ length: draft.rows }, () => [null])
  return { name, rows, cells: draft.cells, merges: draft.merges }
}

function addForm({ title, period, caption, widths, rows }: Sheet, style: KitStyle, draft: Draft): void {
  const last = widths.length - 1
  for (const text of [title, period])
    if (text !== null) {
      draft.cells.set(`${draft.rows},0`, textCell(text))
      draft.merges.push({ startRow: draft.rows, endRow: draft.rows, startCol: 0, endCol: last })
      draft.rows++
    }
  if (caption !== null) {
    draft.cells.set(`${draft.rows},0`, textCell(caption.left))
    draft.cells.set(`${draft.rows++},${last}`, textCell(caption.right))
  }
  for (const { row, col, rowSpan, colSpan, text } of rows.flat()) {
    const at = draft.rows + row
    if (text !== null) draft.cells.set(`${at},${col}`, style === 'numbers' ? numberCell(text) : textCell(text))
    if (rowSpan + colSpan > 2)
      draft.merges.push({ startRow: at, endRow: at + rowSpan - 1, startCol: col, endCol: col + colSpan - 1 })
  }
  draft.rows += rows.length + 1
}

const textCell = (text: string): Partial<Cell> => ({ value: text, type: 'string' })

/** Numbers that a spreadsheet holds exactly, under the format that prints their places. */
function numberCell(text: string): Partial<Cell> {
  const parts = /^(-?\d{1,10})(?:\.(\d{1,4}))?(%?)$/.exec(text)
  if (parts === null || /^-?0\d/.test(text)) return textCell(text)
  const [, , places = '', percent = ''] = parts
  const format = `${places === '' ? '0' : `#,##0.${'0'.repeat(places.length)}`}${percent}`
  const value = Number(text.replace('%', '')) / (percent === '' ? 1 : 100)
  return { value, type: 'number', style: { numFmt: format } }
}
