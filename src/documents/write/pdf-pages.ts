// A document of headings, paragraphs and tables → PDF: A4 pages with page numbers, bookmarks, on request a title page and contents.
import { type Orientation, points, tableWidth } from './measure.ts'
import { printable } from './pdf/characters.ts'
import type { Block } from './pdf/flow.ts'
import type { Weight } from './pdf/font-file.ts'
import { printed } from './pdf/print-book.ts'
import type { TableCell } from './pdf/table.ts'

/** A cell of a table; a text alone stands at the left. `columns` and `rows`: how many it covers. */
export type PageCell =
  | string
  | {
      readonly text: string
      readonly align?: 'left' | 'center' | 'right'
      readonly weight?: Weight
      readonly columns?: number
      readonly rows?: number
    }

export type PageBlock =
  /** Goes on on a new page, upright or across; a document begins upright. */
  | { readonly kind: 'page'; readonly orientation?: Orientation }
  /** The document's title, in the middle. */
  | { readonly kind: 'title'; readonly text: string }
  /** A heading with a bookmark. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** Line feeds begin paragraphs. `indent`: blank before the first line in characters, 2 unless said. */
  | {
      readonly kind: 'paragraph'
      readonly text: string
      readonly indent?: number
      readonly align?: 'left' | 'center' | 'right'
      readonly weight?: Weight
    }
  /** `widths`: shares of the page's width. The first `headings` rows, one unless said, are printed again on every page. */
  | {
      readonly kind: 'table'
      readonly widths: readonly number[]
      readonly rows: readonly (readonly PageCell[])[]
      readonly headings?: number
    }

export type PageOptions = {
  /** In the file's properties, and on the title page. */
  readonly title: string
  /** Whether a title page and contents made of the headings stand before the pages. */
  readonly contents?: boolean
}

/** The document as a PDF, in pieces. Characters no font of ours has are printed as an empty box. */
export async function* writePdfPages(
  blocks: Iterable<PageBlock>,
  { title, contents = false }: PageOptions,
): AsyncGenerator<Uint8Array> {
  yield* printed(drawn(blocks), { title, contents })
}

/** 小四 for texts, 五号 for tables, as in official documents. */
const TEXT = 12
const TABLE = 10.5
const HEADINGS = { 1: 16, 2: 14, 3: 12 } as const

function* drawn(blocks: Iterable<PageBlock>): Generator<Block> {
  let orientation: Orientation = 'portrait'
  for (const block of blocks) {
    if (block.kind === 'page') {
      orientation = block.orientation ?? 'portrait'
      yield { kind: 'page', orientation }
    } else if (block.kind === 'title')
      yield { kind: 'text', text: block.text, size: 18, weight: 'bold', align: 'center', below: 12, heading: 1 }
    else if (block.kind === 'heading') yield heading(block)
    else if (block.kind === 'paragraph') {
      const { text, indent = 2, align = 'left', weight = 'regular' } = block
      yield { kind: 'text', text, size: TEXT, weight, align, indent: align === 'left' ? indent : 0, below: 4 }
    } else {
      yield table(block, tableWidth(orientation))
      yield { kind: 'space', height: 8 }
    }
  }
}

const heading = ({ level, text }: Extract<PageBlock, { kind: 'heading' }>): Block => ({
  kind: 'text',
  text,
  size: HEADINGS[level],
  weight: 'bold',
  above: 12 - 2 * level,
  below: 4,
  withNext: true,
  heading: level,
  marked: true,
})

function table({ widths, rows, headings = 1 }: Extract<PageBlock, { kind: 'table' }>, total: number): Block {
  const shares = widths.reduce((a, b) => a + b, 0)
  return {
    kind: 'table',
    widths: widths.map((width) => (width * total) / shares),
    size: TABLE,
    leastRow: points(7),
    rows: placed(rows, headings),
    repeats: headings === 0 ? [] : [{ heading: 0, headings, end: rows.length }],
  }
}

/** The cells with their columns: those covered from above are left out. */
function placed(rows: readonly (readonly PageCell[])[], headings: number): readonly (readonly TableCell[])[] {
  /** Rows each column is covered for, from the current one on. */
  const covered: number[] = []
  return rows.map((cells, row) => {
    let col = 0
    const own = cells.map((given): TableCell => {
      const {
        text,
        align,
        weight,
        columns = 1,
        rows: rowSpan = 1,
      } = typeof given === 'string' ? { text: given } : given
      while ((covered[col] ?? 0) > 0) col++
      const isHeading = row < headings
      const cell: TableCell = {
        row,
        col,
        rowSpan: Math.min(rowSpan, rows.length - row),
        colSpan: columns,
        text: printable(text),
        align: align ?? (isHeading ? 'center' : 'left'),
        weight: weight ?? (isHeading ? 'bold' : 'regular'),
        repeated: rowSpan > 1 && !isHeading,
        head: isHeading ? 'Column' : null,
      }
      for (let i = 0; i < columns; i++) covered[col + i] = rowSpan
      col += columns
      return cell
    })
    covered.forEach((left, i) => {
      covered[i] = Math.max(0, left - 1)
    })
    return own
  })
}
