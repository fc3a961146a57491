// Forms → Word: real tables with merged cells, one form after the other, each on a page of its own.
import type { Form } from '../../kernel/form/form.ts'
import { displayWidth } from '../wrapped.ts'
import { entryMark, frontXml } from './docx-front.ts'
import {
  documentClose,
  documentOpen,
  fixedParts,
  GAP,
  type Numbering,
  SEAM,
  section,
  sectionBreak,
  size,
} from './docx-parts.ts'
import { entryName } from './entry-name.ts'
import { type Orientation, tableWidth, textHeight } from './measure.ts'
import { type Piece, pieces, type Slot, slotsOf } from './pieces.ts'
import { type PrintCell, type Printout, printout } from './printout.ts'
import { xmlText } from './xml.ts'
import { zipped } from './zip-stream.ts'

/** A Word document of the forms, in pieces. Throws `InputProblem` for a form that has no layout. */
export const writeDocx = (forms: Iterable<Form>): Iterable<Uint8Array> =>
  zipped([...fixedParts(), { name: 'word/document.xml', chunks: documentXml(forms, null) }])

/**
 * The forms as one publication with title page and contents. `numbers`: the page each form begins on; null leaves the
 * counting to the office program.
 */
export const bookDocx = (
  forms: readonly Form[],
  title: string,
  numbers: readonly number[] | null,
): Iterable<Uint8Array> => {
  const front = frontXml(
    title,
    forms.map((form) => entryName(printout(form))),
    numbers,
  )
  return zipped([...fixedParts(numbers === null), { name: 'word/document.xml', chunks: documentXml(forms, front) }])
}

/** `front`: the pages before the forms, whose entries lead to their titles. */
function* documentXml(forms: Iterable<Form>, front: string | null): Generator<string> {
  yield documentOpen + (front ?? '')
  let page: Orientation | null = null
  let numbering: Numbering = front === null ? 'on' : 'from 1'
  let count = 0
  for (const form of forms) {
    const print = printout(form)
    const turned: boolean = page !== null && page !== print.orientation
    if (page !== null && turned) {
      yield sectionBreak(page, numbering)
      numbering = 'on'
    }
    const mark = front === null ? '' : entryMark(count++, entryName(print))
    yield titleXml(print, page !== null && !turned, mark)
    const tables = pieces(print)
    for (const [i, piece] of tables.entries()) {
      if (i > 0) yield SEAM
      yield* tableXml(piece, print, i < tables.length - 1)
    }
    page = print.orientation
  }
  yield GAP + section(page ?? 'portrait', numbering) + documentClose
}

const twips = (pt: number): number => Math.round(pt * 20)

function titleXml({ title, period, orientation }: Printout, newPage: boolean, mark: string): string {
  const before = newPage ? '<w:pageBreakBefore/>' : ''
  const { font, indent } = titleFit(title, tableWidth(orientation))
  const sides = indent > 0 ? `<w:ind w:left="${twips(indent)}" w:right="${twips(indent)}"/>` : ''
  return (
    paragraph(title, `<w:pStyle w:val="FormTitle"/>${before}${sides}`, font === TITLE ? '' : size(font)).replace(
      '</w:pPr>',
      `</w:pPr>${mark}`,
    ) + (period === null ? '' : styled(period, 'FormLine'))
  )
}

/** Size of a title in points, and the smallest a title is printed in to stand on one line. */
const TITLE = 18
const SMALLEST_TITLE = 14

/** A title a little too long is printed smaller, on one line; the lines of a longer one are made alike by its sides. */
function titleFit(title: string, room: number): { readonly font: number; readonly indent: number } {
  const squares = displayWidth(title) / 2
  const fitting = Math.floor((2 * room) / Math.max(squares, 1)) / 2
  if (fitting >= TITLE) return { font: TITLE, indent: 0 }
  if (fitting >= SMALLEST_TITLE) return { font: fitting, indent: 0 }
  const lines = Math.ceil((squares * TITLE) / room)
  return { font: TITLE, indent: Math.max(0, (room - (squares / lines + 1) * TITLE) / 2) }
}

const styled = (text: string, style: string): string => paragraph(text, `<w:pStyle w:val="${style}"/>`)

/** The hint makes quotation marks and dashes Chinese ones. */
const run = (form: string): string => `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>${form}</w:rPr>`
const RUN = run('')

function paragraph(text: string, properties: string, form = ''): string {
  const words = xmlText(text).split('\t')
  const parts = words.map((part) => `<w:t xml:space="preserve">${part}</w:t>`).join('<w:tab/>')
  const opening = form === '' ? RUN : run(form)
  return `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : `${opening}${parts}</w:r>`}</w:p>`
}

/** `goesOn`: another table follows without a gap; its upper border is the lower one of this table. */
function* tableXml(piece: Piece, print: Printout, goesOn: boolean): Generator<string> {
  const total = tableWidth(print.orientation)
  const edges = [0]
  for (const width of print.widths) edges.push((edges.at(-1) ?? 0) + width)
  const edge = (column: number): number => twips(((edges[column] ?? 0) * total) / 1000)
  const columns = print.widths.map((_, i) => `<w:gridCol w:w="${edge(i + 1) - edge(i)}"/>`).join('')
  yield `${TABLE_OPEN}<w:tblW w:w="${edge(print.widths.length)}" w:type="dxa"/>${TABLE_FORM}<w:tblGrid>${columns}</w:tblGrid>`
  const style = print.fontSize < 10 ? 'CellSmall' : 'Cell'
  let row = 0
  for (const slots of slotsOf(piece)) {
    const seam = goesOn && row === piece.rows.length - 1 && isLow(piece.from + row, print)
    const form = cellForm(style, seam || staysWithNext(slots, piece.from + row, print))
    const cells = slots.map((slot) => cellXml(slot, edge, form, seam)).join('')
    yield `<w:tr>${rowForm(print, piece, row)}${cells}</w:tr>`
    row++
  }
  yield '</w:tbl>'
}

const TABLE_OPEN = '<w:tbl><w:tblPr><w:tblStyle w:val="FormTable"/>'
const TABLE_FORM = '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'

/** Rows are not torn over pages, unless one fills most of a page by itself. */
function rowForm(print: Printout, piece: Piece, row: number): string {
  const tall = (print.heights[piece.from + row] ?? 0) > textHeight(print.orientation) * 0.85
  const least = print.least[piece.from + row] ?? print.leastRow
  const heading = row < piece.headings ? '<w:tblHeader/>' : ''
  return `<w:trPr>${tall ? '' : '<w:cantSplit/>'}<w:trHeight w:val="${twips(least)}" w:hRule="atLeast"/>${heading}</w:trPr>`
}

const without = (...sides: readonly string[]): string =>
  `<w:tcBorders>${sides.map((side) => `<w:${side} w:val="nil"/>`).join('')}</w:tcBorders>`
const NO_BORDERS = without('top', 'left', 'right')
const NO_LOWER_BORDER = without('bottom')

/**
 * Rows of one short block under a common label stay together, and headings with what is below them. Not the groups of
 * the long table: LibreOffice lays out a table of many such rows for minutes.
 */
const BLOCK = 8
/** A block may leave so much of a page empty, and no more. */
const EMPTY = 0.3

/** Low enough to go to the next page with the table that follows. */
const isLow = (row: number, { heights, orientation }: Printout): boolean =>
  (heights[row] ?? 0) <= textHeight(orientation) * EMPTY

function staysWithNext(slots: readonly Slot[], row: number, print: Printout): boolean {
  const isShort = ({ row: first, rowSpan }: PrintCell): boolean =>
    rowSpan <= BLOCK &&
    print.heights.slice(first, first + rowSpan).reduce((a, b) => a + b, 0) <= textHeight(print.orientation) * EMPTY
  return slots.some(
    ({ cell }) =>
      cell.role === 'heading' || (cell.role === 'label' && cell.row + cell.rowSpan > row + 1 && isShort(cell)),
  )
}

const cellForm =
  (style: string, withNext: boolean) =>
  (align: string): string =>
    `<w:pStyle w:val="${style}"/>${withNext ? '<w:keepNext/>' : ''}${align === 'left' ? '' : `<w:jc w:val="${align}"/>`}`

function cellXml(
  { cell, goesOn }: Slot,
  edge: (column: number) => number,
  formOf: (align: string) => string,
  seam: boolean,
): string {
  const width = edge(cell.col + cell.colSpan) - edge(cell.col)
  const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : ''
  const merge = goesOn ? '<w:vMerge/>' : cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''
  const borders = cell.role === 'caption' ? NO_BORDERS : seam ? NO_LOWER_BORDER : ''
  const properties = formOf(cell.align)
  const lines = goesOn ? [''] : cell.set.split('\n')
  const texts = lines.map((line) => paragraph(line, properties)).join('')
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}${borders}<w:vAlign w:val="center"/></w:tcPr>${texts}</w:tc>`
}
