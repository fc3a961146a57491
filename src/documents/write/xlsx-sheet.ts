// One form as the XML of a worksheet: title, table, merges, heights, and how it is frozen and printed.
import { at as fieldAt } from '../../kernel/form/path.ts'
import { InputProblem } from '../input-problem.ts'
import { pageOf, tableWidth, textHeight } from './measure.ts'
import { slotsOf, wholePiece } from './pieces.ts'
import { HEAD, type PrintCell, type Printout, textOf } from './printout.ts'
import { withRowKeys } from './xlsx-keys.ts'
import { validationsXml } from './xlsx-lists.ts'
import { columnName, type DefinedName, fieldNames } from './xlsx-names.ts'
import type { Look, Styles } from './xlsx-styles.ts'
import { xmlText } from './xml.ts'

export type WrittenSheet = { readonly xml: string; readonly names: readonly Omit<DefinedName, 'sheet'>[] }

/** Excel shows no row higher than 409 points: a taller one is made of several, merged. */
const TALLEST = 400
/** Excel holds no longer text in a cell. */
const LONGEST = 32_767
/** Excel counts 15 digits of a number, the rest it forgets. */
const DIGITS = 15
/** Width of a column of one character, in points. */
const CHARACTER = 5.67

export function sheetXml(given: Printout, name: string, styles: Styles, selected: boolean): WrittenSheet {
  const { print, hidden } = withRowKeys(given)
  const head = [print.title, ...(print.period === null ? [] : [print.period])]
  const parts = print.heights.map((height) => Math.max(1, Math.ceil(height / TALLEST)))
  const starts = [head.length]
  for (const n of parts) starts.push((starts.at(-1) ?? 0) + n)
  /** Row of the sheet, counted from 1. */
  const at = (row: number): number => (starts[row] ?? 0) + 1
  const merges = head.map((_, i) => `A${i + 1}:${columnName(print.widths.length - 1)}${i + 1}`)
  const rows = [...headRows(head, print, styles), ...tableRows(print, parts, at, styles, merges)]
  const table = print.tables.at(-1)
  const sheet = `'${name.replaceAll("'", "''")}'!`
  const titles =
    table === undefined
      ? []
      : [
          {
            name: '_xlnm.Print_Titles',
            range: `${sheet}$${at(table.heading)}:$${at(table.heading + table.headings) - 1}`,
          },
        ]
  const xml = [
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    viewXml(head.length, selected),
    `<sheetFormatPr defaultRowHeight="20"/>${columnsXml(print, hidden)}<sheetData>${rows.join('')}</sheetData>`,
    `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`,
    validationsXml(print.rows, (path) => isQualitative(print, path), at),
    pageXml(print),
    '</worksheet>',
  ].join('')
  return { xml, names: [...titles, ...fieldNames(print, name, at)] }
}

function isQualitative({ form }: Printout, path: string): boolean {
  return fieldAt(form, path.replace(/actual$/, 'target.kind')) === 'qualitative'
}

/** The title stays in sight while the table is moved. */
const viewXml = (frozen: number, selected: boolean): string =>
  `<sheetViews><sheetView showGridLines="0"${selected ? ' tabSelected="1"' : ''} workbookViewId="0">` +
  `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`

function columnsXml({ widths, orientation }: Printout, hidden: ReadonlySet<number>): string {
  const total = tableWidth(orientation) / CHARACTER
  const columns = widths.map((width, i) => {
    const form = hidden.has(i) ? 'width="9" hidden="1"' : `width="${((width * total) / 1000).toFixed(2)}"`
    return `<col min="${i + 1}" max="${i + 1}" ${form} customWidth="1"/>`
  })
  return `<cols>${columns.join('')}</cols>`
}

function headRows(head: readonly string[], { widths }: Printout, styles: Styles): readonly string[] {
  return head.map((text, i) => {
    const style = styles.of({
      font: i === 0 ? 'title' : 'line',
      align: 'center',
      at: 'center',
      border: 'none',
      number: null,
      quoted: false,
    })
    const rest = widths.slice(1).map((_, c) => `<c r="${columnName(c + 1)}${i + 1}" s="${style}"/>`)
    // A title wraps where it is longer than the line.
    const height = i === 0 ? 32 * Math.max(1, Math.ceil(text.length / (widths.length > 0 ? 26 : 1))) : 22
    return `<row r="${i + 1}" ht="${height}" customHeight="1">${textCell(`A${i + 1}`, style, text)}${rest.join('')}</row>`
  })
}

function tableRows(
  print: Printout,
  parts: readonly number[],
  at: (row: number) => number,
  styles: Styles,
  merges: string[],
): readonly string[] {
  const whole = wholePiece(print)
  const rows: string[] = []
  for (const [row, slots] of [...slotsOf(whole)].entries()) {
    const n = parts[row] ?? 1
    const height = ((print.heights[row] ?? print.leastRow) / n).toFixed(1)
    for (let part = 0; part < n; part++) {
      const number = at(row) + part
      const cells = slots.map(({ cell, goesOn }) => cellXml(cell, number, goesOn || part > 0, print, styles))
      rows.push(`<row r="${number}" ht="${height}" customHeight="1">${cells.join('')}</row>`)
    }
    for (const { cell, goesOn } of slots) {
      const last = at(row + cell.rowSpan) - 1
      if (goesOn || (cell.colSpan === 1 && last === at(row))) continue
      merges.push(`${columnName(cell.col)}${at(row)}:${columnName(cell.col + cell.colSpan - 1)}${last}`)
    }
  }
  return rows
}

/** A text in the middle of such a cell may stand where the page ends, cut through; at its top it is whole. */
const goesOverPages = ({ row, rowSpan }: PrintCell, print: Printout): boolean =>
  !fitsOnePage(print) &&
  (rowSpan > 1
    ? print.tables.some(({ heading, headings, end }) => row + rowSpan > heading + headings && row < end)
    : (print.heights[row] ?? 0) > TALLEST)

/** Borders belong to cells: those swallowed by a merge have theirs as well. */
function cellXml(cell: PrintCell, row: number, swallowed: boolean, print: Printout, styles: Styles): string {
  const number = numberIn(cell)
  const look: Look = {
    font: print.fontSize < 10 ? 'small' : 'text',
    align: cell.align,
    at: goesOverPages(cell, print) ? 'top' : 'center',
    border: cell.role === 'caption' ? 'bottom' : 'all',
    number,
    quoted: number === null && /^[\s]*[=+\-@]/.test(cell.text),
  }
  const style = styles.of(look)
  const place = (column: number): string => `${columnName(column)}${row}`
  let xml = swallowed
    ? `<c r="${place(cell.col)}" s="${style}"/>`
    : valueXml(cell, place(cell.col), style, number !== null)
  for (let c = cell.col + 1; c < cell.col + cell.colSpan; c++) xml += `<c r="${place(c)}" s="${style}"/>`
  return xml
}

function valueXml(cell: PrintCell, place: string, style: number, isNumber: boolean): string {
  const { path } = cell
  const text = textOf(cell)
  if (text === '') return `<c r="${place}" s="${style}"/>`
  if (isNumber) return `<c r="${place}" s="${style}"><v>${digitsOf(cell)}</v></c>`
  if (text.length > LONGEST)
    throw new InputProblem(
      'too-large',
      `${path ?? place}：文字超过 ${LONGEST} 字，Excel 单元格放不下，请改存为 docx 或 html`,
    )
  return textCell(place, style, text)
}

/** Excel reads _x0041_ as a character's number; the sign is written so that it stays what it is. */
const textCell = (place: string, style: number, text: string): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'))}</t></is></c>`

const NUMBERS: readonly PrintCell['format'][] = ['amount', 'rate', 'points', 'target', 'actual']

/** Format of a number that Excel shows and gives back exactly as printed; null for everything else, codes above all. */
function numberIn(cell: PrintCell): string | null {
  const digits = digitsOf(cell)
  if (!NUMBERS.includes(cell.format) || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(digits) || /^-[0.]+$/.test(digits))
    return null
  if (digits.replace(/[-.]/g, '').length > DIGITS) return null
  const places = digits.split('.')[1]?.length ?? 0
  return `0${places > 0 ? `.${'0'.repeat(places)}` : ''}${cell.suffix === undefined ? '' : '"%"'}`
}

/** The sign behind a rate belongs to the format: the number stays what was printed, not a hundredth of it. */
const digitsOf = ({ text, suffix }: PrintCell): string => (suffix === undefined ? text : text.slice(0, -suffix.length))

/** A form a little longer than a page is printed smaller, on one; more than this it would be too small to read. */
const SHRINK = 1.2

const fitsOnePage = ({ heights, orientation }: Printout): boolean =>
  heights.reduce((a, b) => a + b, HEAD) <= textHeight(orientation) * SHRINK

function pageXml(print: Printout): string {
  const { orientation } = print
  const page = pageOf(orientation)
  const inch = (mm: number): string => (mm / 25.4).toFixed(2)
  const margins = (['left', 'right', 'top', 'bottom'] as const).map((side) => `${side}="${inch(page[side])}"`)
  const pages = fitsOnePage(print) ? 1 : 0
  return (
    `<printOptions horizontalCentered="1"/><pageMargins ${margins.join(' ')} header="${inch(10)}" footer="${inch(10)}"/>` +
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="${pages}"/>` +
    '<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>'
  )
}
