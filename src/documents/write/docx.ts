// Forms → Word: real tables with merged cells, one form after the other, each on a page of its own.
import type { Form } from '../../kernel/form/form.ts'
import { entryMark, frontXml } from './docx-front.ts'
import { documentClose, documentOpen, fixedParts, GAP, type Numbering, section, sectionBreak } from './docx-parts.ts'
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
    for (const [i, piece] of pieces(print).entries()) {
      if (i > 0) yield GAP
      yield* tableXml(piece, print)
    }
    page = print.orientation
  }
  yield GAP + section(page ?? 'portrait', numbering) + documentClose
}

const twips = (pt: number): number => Math.round(pt * 20)

function titleXml({ title, period }: Printout, newPage: boolean, mark: string): string {
  const before = newPage ? '<w:pageBreakBefore/>' : ''
  return (
    paragraph(title, `<w:pStyle w:val="FormTitle"/>${before}`).replace('</w:pPr>', `</w:pPr>${mark}`) +
    (period === null ? '' : styled(period, 'FormLine'))
  )
}

const styled = (text: string, style: string): string => paragraph(text, `<w:pStyle w:val="${style}"/>`)

/** The hint makes quotation marks and dashes Chinese ones. */
const RUN = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'

function paragraph(text: string, properties: string): string {
  const words = xmlText(text).split('\t')
  const run = words.map((part) => `<w:t xml:space="preserve">${part}</w:t>`).join('<w:tab/>')
  return `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : `${RUN}${run}</w:r>`}</w:p>`
}

function* tableXml(piece: Piece, print: Printout): Generator<string> {
  const total = tableWidth(print.orientation)
  const edges = [0]
  for (const width of print.widths) edges.push((edges.at(-1) ?? 0) + width)
  const edge = (column: number): number => twips(((edges[column] ?? 0) * total) / 1000)
  const columns = print.widths.map((_, i) => `<w:gridCol w:w="${edge(i + 1) - edge(i)}"/>`).join('')
  yield `${TABLE_OPEN}<w:tblW w:w="${edge(print.widths.length)}" w:type="dxa"/>${TABLE_FORM}<w:tblGrid>${columns}</w:tblGrid>`
  const style = print.fontSize < 10 ? 'CellSmall' : 'Cell'
  let row = 0
  for (const slots of slotsOf(piece)) {
    const form = cellForm(style, staysWithNext(slots, piece.from + row, print))
    const cells = slots.map((slot) => cellXml(slot, edge, form)).join('')
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
  const heading = row < piece.headings ? '<w:tblHeader/>' : ''
  return `<w:trPr>${tall ? '' : '<w:cantSplit/>'}<w:trHeight w:val="${twips(print.leastRow)}" w:hRule="atLeast"/>${heading}</w:trPr>`
}

const NO_BORDERS = `<w:tcBorders>${['top', 'left', 'right'].map((side) => `<w:${side} w:val="nil"/>`).join('')}</w:tcBorders>`

/** Rows of one short block under a common label stay together, and headings with what is below them. */
const BLOCK = 8
/** A block may leave so much of a page empty, and no more. */
const EMPTY = 0.3

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

function cellXml({ cell, goesOn }: Slot, edge: (column: number) => number, formOf: (align: string) => string): string {
  const width = edge(cell.col + cell.colSpan) - edge(cell.col)
  const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : ''
  const merge = goesOn ? '<w:vMerge/>' : cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''
  const borders = cell.role === 'caption' ? NO_BORDERS : ''
  const properties = formOf(cell.align)
  const lines = goesOn ? [''] : cell.text.split('\n')
  const texts = lines.map((line) => paragraph(line, properties)).join('')
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}${borders}<w:vAlign w:val="center"/></w:tcPr>${texts}</w:tc>`
}
