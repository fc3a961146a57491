// Forms printed without any lines: texts of cells by the white around them, rows by their heights, columns by headings.
import { layouts } from '../../kernel/layout/index.ts'
import { firstLabel, keysOf } from '../labels.ts'
import { labelKey } from '../text.ts'
import { titleIn } from '../title.ts'
import type { TableBlock } from './block.ts'
import type { Glyph } from './drawing.ts'
import { isPrinted } from './printed-label.ts'
import { textBlocks } from './text-blocks.ts'
import type { Place } from './undrawn-columns.ts'
import { ends, type Region, regionsOf } from './undrawn-regions.ts'
import { rowsOf, type UndrawnRow, withLabels } from './undrawn-rows.ts'
import { columnTable, freeRow } from './undrawn-table.ts'
import { type Line, linesIn, piecesOf, textOf } from './white.ts'

export type Borderless = {
  readonly tables: readonly TableBlock[]
  /** Characters that belong to no form. */
  readonly rest: readonly Glyph[]
}

/**
 * The forms among the text of a page without ruled tables; `open`: the part of such a form at the end of the page
 * before. Null where there is none.
 */
export function borderless(glyphs: readonly Glyph[], place: Place, open: TableBlock | null): Borderless | null {
  const lines = linesIn(glyphs.filter((glyph) => glyph.turn === 0 && glyph.text.trim() !== ''))
  if (open === null && !lines.some(mayBegin)) return null
  const last = lines.at(-1)
  const foot = last !== undefined && isPageNumber(last) ? [last] : []
  const rows = rowsOf(textBlocks(lines.slice(0, lines.length - foot.length).flatMap(piecesOf)))
  const { forms, rest } = formsIn(rows, open !== null)
  const regions = forms.map(regionsOf)
  const begins = forms[0]?.[0] !== undefined && startsForm(forms[0][0])
  const isForm = (region: Region): boolean => region.heading !== null || isHead(region)
  if (open === null && !regions.flat().some(isForm) && !rest.some(isTitle)) return null
  const tables = regions.flatMap((own, f) =>
    own.flatMap((region, r) => tablesOf(region, place, f === 0 && !begins ? open : null, r === 0)),
  )
  return { tables, rest: [...foot, ...rest.flat().flatMap(({ pieces }) => pieces)].flatMap((line) => line.glyphs) }
}

const isPageNumber = (line: Line): boolean => /^[-—–―]*(?:第)?\d{1,4}(?:页)?[-—–―]*$/.test(labelKey(textOf(line)))

/** A form begins with its first label, which may be wrapped, below a title. */
const mayBegin = (line: Line): boolean => {
  const text = textOf(line)
  return /绩效|自评/.test(text) || firstKeys.includes(labelKey(piecesOf(line)[0]?.text ?? ''))
}

/** `open`: the part on the page before; the first region of a page may go on with it. */
function tablesOf(region: Region, place: Place, open: TableBlock | null, first: boolean): readonly TableBlock[] {
  const before = first ? (open?.undrawn ?? null) : null
  const begins = before === null || ends(region.rows[0] ?? [], before.table)
  const isMixed = region.heading?.mixed === true
  const table = isMixed || (region.heading === null && begins) ? null : columnTable(region, place, open)
  if (table !== null) return [table]
  const doubtful = region.heading !== null || !begins
  const rows = isMixed ? [region.heading.blocks, ...region.rows] : withLabels(region.rows)
  return rows.map((row) => freeRow(row, place, doubtful))
}

/** The head of a form: rows that begin with labels. */
const isHead = ({ rows }: Region): boolean => rows.filter(([first]) => isPrinted(first?.text ?? '')).length >= HEAD
const HEAD = 3

type Split = { readonly forms: readonly (readonly UndrawnRow[])[]; readonly rest: readonly UndrawnRow[] }

/** The rows of every form; a title ends a form until the next one begins. */
function formsIn(rows: readonly UndrawnRow[], open: boolean): Split {
  const forms: UndrawnRow[][] = []
  const rest: UndrawnRow[] = []
  let within = open
  for (const [i, row] of rows.entries()) {
    const begins = startsForm(row) || (!within && beginsBelow(rows, i))
    within = begins || (within && !isTitle(row))
    if (!within) rest.push(row)
    else if (begins || forms.length === 0) forms.push([row])
    else forms.at(-1)?.push(row)
  }
  return { forms, rest }
}

const firstKeys: readonly string[] = [
  ...new Set(layouts.flatMap((layout) => keysOf(firstLabel(layout) ?? { label: '' }))),
]

const startsForm = (row: UndrawnRow): boolean => firstKeys.includes(labelKey(row[0]?.text ?? ''))
const isTitle = (row: UndrawnRow): boolean => titleIn(row.map(({ text }) => text).join(''), layouts) !== null

/** A form whose first label nobody knows: the first row of several texts below a title, where no known label follows. */
function beginsBelow(rows: readonly UndrawnRow[], at: number): boolean {
  const title = rows.slice(0, at).findLastIndex(isTitle)
  if (title < 0 || (rows[at] ?? []).length < 2) return false
  const end = rows.findIndex((row, i) => i > at && isTitle(row))
  return !rows.slice(at + 1, end < 0 ? undefined : end).some(startsForm)
}
