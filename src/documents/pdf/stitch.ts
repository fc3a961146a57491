// Tables cut by page breaks → whole tables.
import { layouts } from '../../kernel/layout/index.ts'
import { firstLabel, keysOf } from '../labels.ts'
import { labelKey } from '../text.ts'
import { titleIn } from '../title.ts'
import type { Block, LineBlock, TableBlock } from './block.ts'

/** `page` breaks only where the table goes on: its parts stand on pages that follow each other. */
export type WholeTable = { readonly kind: 'whole'; readonly parts: readonly TableBlock[] }
export type Piece = LineBlock | WholeTable

/** The document's blocks in order, tables of consecutive pages put together where one goes on. */
export function stitched(pages: readonly (readonly Block[])[]): readonly Piece[] {
  const pieces: Piece[] = []
  let open: { parts: TableBlock[]; heading: readonly string[] } | null = null
  let heading: string[] = []
  for (const page of pages) {
    const blocks = goingOn(page, open)
    blocks.forEach((block, i) => {
      if (block.kind === 'line') {
        pieces.push(block)
        heading.push(lineKey(block))
        open = null
        return
      }
      if (open !== null && i === 0 && continues(open.parts, block)) open.parts.push(block)
      else {
        open = { parts: [block], heading }
        pieces.push({ kind: 'whole', parts: open.parts })
      }
      heading = []
    })
  }
  return pieces
}

const lineKey = (line: LineBlock): string => labelKey(line.parts.map((part) => part.text).join(''))

/** A page that repeats the lines above an open table before it goes on: without those lines. */
function goingOn(
  page: readonly Block[],
  open: { readonly parts: readonly TableBlock[]; readonly heading: readonly string[] } | null,
): readonly Block[] {
  const at = page.findIndex((block) => block.kind === 'table')
  const table = page[at]
  if (open === null || at < 1 || table?.kind !== 'table' || !continues(open.parts, table)) return page
  const above = page.slice(0, at)
  return above.every((block) => block.kind === 'line' && open.heading.includes(lineKey(block))) ? page.slice(at) : page
}

/** Points by which the edges of a table may differ from page to page. */
const EDGE = 4

function continues(parts: readonly TableBlock[], next: TableBlock): boolean {
  const last = parts.at(-1)
  if (last === undefined || next.page !== last.page + 1 || beginsForm(next)) return false
  if (next.undrawn !== null) return next.open.top
  const width = (table: TableBlock): number => (table.xs.at(-1) ?? 0) - (table.xs[0] ?? 0)
  return Math.abs(width(last) - width(next)) < EDGE && fits(last, next)
}

/** Of the table with fewer columns, most edges are edges of the other one as well (pages may be bound at either side). */
function fits(a: TableBlock, b: TableBlock): boolean {
  const [few, many] = a.xs.length < b.xs.length ? [a, b] : [b, a]
  const shift = (many.xs[0] ?? 0) - (few.xs[0] ?? 0)
  const found = few.xs.filter((x) => many.xs.some((other) => Math.abs(other - x - shift) < EDGE))
  return found.length * 3 >= few.xs.length * 2
}

const firstKeys: readonly string[] = [...new Set(layouts.flatMap((layout) => firstKeysOf(firstLabel(layout))))]

function firstKeysOf(label: ReturnType<typeof firstLabel>): readonly string[] {
  return label === undefined ? [] : keysOf(label)
}

/** Rows at the top of a table in which a form's first label stands, if a form begins there. */
const TOP = 4

/** A form begins with its first label, or with a title inside its table. */
export function beginsForm(table: TableBlock): boolean {
  return Array.from({ length: Math.min(TOP, table.rows) }, (_, row) => row).some((row) => {
    const texts = table.cells
      .filter((cell) => cell.row === row)
      .map((cell) => cell.lines.map((line) => line.text).join(''))
      .filter((text) => text !== '')
    const key = labelKey(texts[0] ?? '')
    return firstKeys.some((first) => key.startsWith(first)) || (row === 0 && texts.length === 1 && isTitle(texts[0]))
  })
}

const isTitle = (text = ''): boolean => titleIn(text, layouts) !== null
