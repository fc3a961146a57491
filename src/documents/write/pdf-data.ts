// A printout as the PDF template takes it.
import { displayWidth } from '../wrapped.ts'
import { entryName } from './entry-name.ts'
import { PADDING, tableWidth, textHeight } from './measure.ts'
import { type Piece, pieces } from './pieces.ts'
import type { PrintCell, Printout } from './printout.ts'

export type CellData = {
  readonly columns: number
  readonly rows: number
  readonly align: PrintCell['align']
  readonly top: boolean
  readonly text: string
  /** Whether the cell may go over pages. */
  readonly breakable: boolean
  /** A cell without borders. */
  readonly bare: boolean
  /** Row whose page is asked for, told by its first cell. */
  readonly mark: number | null
}
export type FormData = {
  readonly name: string
  readonly title: string
  readonly period: string | null
  readonly landscape: boolean
  /** Widths of the base columns, size of text, blank above and below it: in points. */
  readonly widths: readonly number[]
  readonly size: number
  readonly inset: number
  readonly pieces: readonly { readonly head: readonly CellData[]; readonly body: readonly CellData[] }[]
}
export type FormsData = {
  readonly title: string
  readonly bookmarks: boolean
  /** Number printed on the first page. */
  readonly first: number
  readonly forms: readonly FormData[]
}
export type FrontData = {
  readonly title: string
  /** Whether the title page and the heading of the contents stand here. */
  readonly cover: boolean
  readonly first: number
  readonly entries: readonly { readonly name: string; readonly page: number; readonly form: number }[]
}

/** `marked`: every row tells its page. */
export function formData(print: Printout, marked = false): FormData {
  const total = tableWidth(print.orientation)
  const widths = print.widths.map((width) => (width * total) / 1000)
  return {
    name: entryName(print),
    title: plain(print.title),
    period: print.period === null ? null : plain(print.period),
    landscape: print.orientation === 'landscape',
    widths,
    size: print.fontSize,
    inset: (print.leastRow - print.fontSize) / 2,
    pieces: pieces(print).map((piece) => pieceData(piece, print, widths, marked)),
  }
}

function pieceData(
  piece: Piece,
  print: Printout,
  widths: readonly number[],
  marked: boolean,
): FormData['pieces'][number] {
  const cells = (from: number, to: number): CellData[] =>
    piece.rows.slice(from, to).flatMap((row, r) => {
      const first = marked && r + from >= piece.headings ? row.find((cell) => cell.rowSpan === 1) : undefined
      return row.map((cell) => ({ ...cellData(cell, print, widths), mark: cell === first ? cell.row : null }))
    })
  return { head: cells(0, piece.headings), body: cells(piece.headings, piece.rows.length) }
}

/** Labels over so many rows keep them on one page; longer ones go over pages with their rows. */
const BLOCK = 8

function cellData(cell: PrintCell, print: Printout, widths: readonly number[]): Omit<CellData, 'mark'> {
  const end = cell.row + cell.rowSpan
  const fits = sum(print.heights.slice(cell.row, end)) < textHeight(print.orientation) * 0.8
  const whole = cell.rowSpan === 1 || (cell.role === 'label' && cell.rowSpan <= BLOCK)
  const width = sum(widths.slice(cell.col, cell.col + cell.colSpan))
  return {
    columns: cell.colSpan,
    rows: cell.rowSpan,
    align: cell.align,
    // A row taller than a page fills every page from the top.
    top: cell.rowSpan === 1 && !fits,
    text: breakable(plain(cell.text), Math.floor((width - 2 * PADDING) / (print.fontSize / 2))),
    breakable: !(fits && whole),
    bare: cell.role === 'caption',
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** Control characters have no glyph. */
const plain = (text: string): string => text.replace(/[^\P{Cc}\t\n]|\p{Surrogate}/gu, '').replaceAll('\t', ' ')

/** Words without a place to break, of figures and letters. */
const WORD = /[!-~\u00a0]{4,}/g

/** Lines may end between a sign of measure and a Chinese character, which the general rules forbid. */
const SIGN = /(?<=[$%\\])(?=\p{Script=Han})/gu

/** Lets words wider than their cell break anywhere, with signs of no width. */
function breakable(text: string, room: number): string {
  const split = text.replace(WORD, (word) => (displayWidth(word) < room - 1 ? word : [...word].join('\u200b')))
  return split.replace(SIGN, '\u200b')
}
