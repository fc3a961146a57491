// Long cells of a known width: which lines are full and go on in the next one, and where a paragraph ends.
import type { Line } from '../source-text.ts'
import { joinWrapped } from '../wrapped.ts'

/** A printed line with its width in half squares and the blank lines before it. */
export type Row = { readonly line: Line; readonly text: string; readonly width: number; readonly blanks: number }

/** Characters that may not begin or end a line, digits and Latin words leave a wrapped line shorter than its cell. */
const slack = (width: number): number => Math.max(3, Math.floor(width * 0.07))

/** True where the line fills its cell, so that the text may go on in the next line. */
export const isFullAt = (line: number, width: number): boolean => line >= width - slack(width)
const isFull = (row: Row, width: number): boolean => isFullAt(row.width, width)

const sentenceEnd = /[。；;！!？?：:)）”…]$/
export const endsSentence = (row: Row): boolean => sentenceEnd.test(row.text)

const numbered =
  /^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、](?!\d+(?:[%％万亿]|批|家|个|次))|[①-⑳]|第[一二三四五六七八九十]+[，、])/
export const startsItem = (row: Row): boolean => numbered.test(row.text)

/** Lines of Latin text are measured too narrow; only clearly short lines end a paragraph without a mark. */
const clearlyShort = 0.8

const paragraphEnds = (row: Row, next: Row, width: number): boolean =>
  row.width < width * clearlyShort ||
  (endsSentence(row) && (startsItem(next) || !isFull(row, width))) ||
  (startsItem(next) && !isFull(row, width))

const itemNumber = (row: Row | undefined): number | null => {
  const found = row && startsItem(row) ? /^[(（]?(\d{1,2})/.exec(row.text) : null
  return found ? Number(found[1]) : null
}

/** Text of a cell: wrapped lines joined, real paragraphs kept. The item after item 4 is item 5, even without a mark. */
export function paragraphs(rows: readonly Row[], width: number): string {
  const found: string[][] = []
  let open: string[] | undefined
  let before: Row | undefined
  let item: number | null = null
  for (const row of rows) {
    const own = itemNumber(row)
    const nextItem = item !== null && own === item + 1
    if (open === undefined || nextItem || (before && paragraphEnds(before, row, width))) {
      open = []
      found.push(open)
      item = own ?? item
    }
    open.push(row.text)
    before = row
  }
  return found.map(joinWrapped).join('\n')
}
