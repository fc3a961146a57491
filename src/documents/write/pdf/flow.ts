// Blocks → pages: headings, paragraphs, tables and lines of contents, one below the other, over as many pages as they take.
import { type Orientation, pageOf, points } from '../measure.ts'
import { printable, textWidth } from './characters.ts'
import type { Weight } from './font-file.ts'
import { type Line, linesOf } from './line-breaks.ts'
import { BASELINE, blankPage, type LaidPage, PITCH } from './page.ts'
import type { Element } from './structure.ts'
import type { Table } from './table.ts'
import { type Cursor, placeTable } from './table-flow.ts'

export type TextBlock = {
  readonly kind: 'text'
  readonly text: string
  readonly size: number
  readonly weight?: Weight
  readonly align?: 'left' | 'center' | 'right'
  /** Blank above (not at the top of a page) and below, in points. */
  readonly above?: number
  readonly below?: number
  /** Blank before the first line, in font sizes. */
  readonly indent?: number
  /** Stays on one page with what follows. */
  readonly withNext?: boolean
  /** Level of the heading this text is; with `marked`, a bookmark leads here. */
  readonly heading?: 1 | 2 | 3
  readonly marked?: boolean
}
/** A line of the contents: what it leads to, dots, the page's number. */
export type EntryBlock = {
  readonly kind: 'entry'
  readonly text: string
  readonly page: string
  readonly to: number
  readonly size: number
  /** Blank before the entry, in font sizes. */
  readonly indent?: number
}
export type Block =
  | { readonly kind: 'page'; readonly orientation: Orientation }
  | { readonly kind: 'space'; readonly height: number }
  /** A section begins, and a bookmark of the first level leads here. */
  | { readonly kind: 'place'; readonly name: string }
  | TextBlock
  | EntryBlock
  | ({ readonly kind: 'table' } & Table)

/** The pages of the blocks, each as soon as it is full. A block `page` begins a page. */
export function* laidOut(blocks: Iterable<Block>): Generator<LaidPage> {
  const full: LaidPage[] = []
  let at: Cursor | null = null
  for (const block of blocks) {
    if (block.kind === 'page') {
      if (at !== null) full.push(at.page)
      at = openedPage(block.orientation, full)
    } else {
      at ??= openedPage('portrait', full)
      place(at, block)
    }
    yield* full.splice(0)
  }
  yield at?.page ?? blankPage('portrait')
}

function openedPage(orientation: Orientation, full: LaidPage[]): Cursor {
  const { height, top, bottom, left } = pageOf(orientation)
  const cursor: Cursor = {
    page: blankPage(orientation),
    section: null,
    y: points(top),
    left: points(left),
    top: points(top),
    bottom: points(height - bottom),
    turn: () => {
      full.push(cursor.page)
      cursor.page = blankPage(orientation)
      cursor.y = cursor.top
    },
  }
  return cursor
}

const widthOf = ({ page }: Cursor): number => {
  const { width, left, right } = pageOf(page.orientation)
  return points(width - left - right)
}

function place(at: Cursor, block: Exclude<Block, { kind: 'page' }>): void {
  switch (block.kind) {
    case 'space':
      at.y += block.height
      return
    case 'place':
      at.page.places.push({ name: block.name, level: 1, y: at.y })
      at.section = { role: 'Sect', parent: null }
      return
    case 'text':
      placeText(at, block)
      return
    case 'entry':
      placeEntry(at, block)
      return
    case 'table':
      placeTable(at, block)
      return
  }
}

const HEADINGS = { 1: 'H1', 2: 'H2', 3: 'H3' } as const

/** Lines below a heading that have to fit on its page. */
const FOLLOWING = 3

function placeText(at: Cursor, block: TextBlock): void {
  const { size, weight = 'regular', align = 'left', above = 0, below = 0, indent = 0, withNext = false } = block
  const lines = paragraphs(printable(block.text), widthOf(at), size, weight, indent)
  const element: Element = { role: block.heading === undefined ? 'P' : HEADINGS[block.heading], parent: at.section }
  if (at.y > at.top) at.y += above
  const pitch = size * PITCH
  const whole = withNext ? (lines.length + FOLLOWING) * pitch : 0
  if (at.y > at.top && at.y + Math.max(whole, pitch) > at.bottom) at.turn()
  if (block.marked) at.page.places.push({ name: block.text, level: block.heading ?? 1, y: at.y })
  for (const { text, width, x, goesOn } of lines) {
    if (at.y + pitch > at.bottom) at.turn()
    const free = widthOf(at) - width
    const from = align === 'left' ? x : align === 'right' ? free : free / 2
    const spacing = align === 'left' && goesOn ? spread(text, widthOf(at) - x - width, size) : 0
    const y = at.y + size * BASELINE
    if (text !== '') at.page.texts.push({ x: at.left + from, y, size, weight, text, spacing, element })
    at.y += pitch
  }
  at.y += below
}

/** Blank between two characters that lets a line end at the right margin; none where it would be seen. */
function spread(text: string, free: number, size: number): number {
  const spacing = free / Math.max(1, text.trimEnd().length - 1)
  return spacing < size * WIDEST ? spacing : 0
}

/** In font sizes. */
const WIDEST = 0.1

/** `goesOn`: the paragraph has another line. */
type Indented = Line & { readonly x: number; readonly goesOn: boolean }

function paragraphs(text: string, room: number, size: number, weight: Weight, indent: number): readonly Indented[] {
  const blank = indent * size
  return text.split('\n').flatMap((paragraph) => {
    const [first, ...rest] = linesOf(paragraph, room - blank, size, weight)
    if (first === undefined) return []
    // Only the first line is shorter: what does not fit it is broken anew in the full width.
    const others =
      rest.length === 0 || blank === 0 ? rest : linesOf(paragraph.slice(first.text.length), room, size, weight)
    return [first, ...others].map((line, i) => ({ ...line, x: i === 0 ? blank : 0, goesOn: i < others.length }))
  })
}

/** Distance of two entries. */
const ENTRY_AIR = 5
/** Distance of two dots. */
const DOT_STEP = 5

function placeEntry(at: Cursor, { text, page, to, size, indent = 0 }: EntryBlock): void {
  const number = textWidth(page, size, 'regular')
  const left = at.left + indent * size
  const right = at.left + widthOf(at)
  const lines = linesOf(printable(text).replaceAll('\n', ' '), right - left - number - 4 * size, size)
  const pitch = size * PITCH
  if (at.y + lines.length * pitch > at.bottom) at.turn()
  const top = at.y
  at.section ??= { role: 'TOC', parent: null }
  const element: Element = { role: 'TOCI', parent: at.section }
  lines.forEach((line, i) => {
    // Lines that go on stand further right.
    const x = left + (i === 0 ? 0 : 2 * size)
    const y = at.y + size * BASELINE
    at.page.texts.push({ x, y, size, weight: 'regular', text: line.text, element })
    at.y += pitch
    if (i < lines.length - 1) return
    const from = x + line.width + size / 2
    const dot = textWidth('.', size, 'regular')
    const dots = Math.max(0, Math.floor((right - number - size / 2 - from) / DOT_STEP))
    const leader = { x: right - number - size / 2 - dots * DOT_STEP, y, size, spacing: DOT_STEP - dot }
    if (dots > 0) at.page.texts.push({ ...leader, weight: 'regular', text: '.'.repeat(dots) })
    at.page.texts.push({ x: right - number, y, size, weight: 'regular', text: page, element })
  })
  at.page.links.push({ left, top, right, bottom: at.y, to })
  at.y += ENTRY_AIR
}
