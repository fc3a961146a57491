// What a page is made of: parts of tables, and lines of text outside of them.
import type { Box } from './geometry.ts'
import type { TextLine } from './text-lines.ts'

/** A cell of a table on one page. `box` is its place on the page as people see it. */
export type TableCell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** From edge to edge; 0 where no edges are printed. */
  readonly width: number
  readonly lines: readonly TextLine[]
  readonly box: Box
}

/** The part of a table that stands on one page. */
export type TableBlock = {
  readonly kind: 'table'
  readonly page: number
  readonly top: number
  readonly xs: readonly number[]
  readonly rows: number
  readonly cells: readonly TableCell[]
  readonly open: { readonly top: boolean; readonly bottom: boolean }
  /** Where no line is printed and the columns were told by the white between them: how many of them hold labels. */
  readonly undrawn: { readonly labels: number } | null
}

/** One line outside of tables; far apart parts of it are cells of their own. */
export type LineBlock = {
  readonly kind: 'line'
  readonly page: number
  readonly top: number
  readonly bottom: number
  /** Height of its page. */
  readonly height: number
  readonly parts: readonly (TextLine & { readonly box: Box })[]
}

export type Block = TableBlock | LineBlock
