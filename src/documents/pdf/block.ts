// What a page is made of: parts of tables, and lines of text outside of them.
import type { Box } from './geometry.ts'
import type { TextLine } from './text-lines.ts'
import type { Columns } from './undrawn-columns.ts'
import type { TableKind } from './undrawn-regions.ts'

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
  /** Why it is not sure that the text stands in this cell. */
  readonly doubt?: string
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
  /** Where no line is printed. */
  readonly undrawn: Undrawn | null
}

/** The doubt about a row that a page begins with: it may be the rest of the last one on the page before. */
export const SEAM = '换页处分不清是上一行的余下部分还是新的一行，未读入'

/** How the columns of a table without lines were told, so that they can go on on the next page. */
export type Undrawn = Omit<Columns, 'xs'> & {
  readonly headings: readonly { readonly text: string; readonly left: number }[]
  /** What stands beside the whole table. */
  readonly part: string
  /** Null for a row that stands for itself. */
  readonly table: TableKind | null
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
