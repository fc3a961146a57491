// Forms printed without any lines: texts of cells by the white around them, rows by their heights, columns by headings.
import { layouts } from '../../kernel/layout/index.ts'
import { sectionOf } from '../../kernel/layout/layout.ts'
import type { Cell } from '../grid.ts'
import { matchHeadings } from '../headings.ts'
import { firstLabel, isBeside, isLabel, keysOf } from '../labels.ts'
import { labelKey, numberText } from '../text.ts'
import { titleIn } from '../title.ts'
import { isGrade } from '../unseen/words.ts'
import type { TableBlock } from './block.ts'
import type { Glyph } from './drawing.ts'
import { textBlocks } from './text-blocks.ts'
import { rowsOf, type UndrawnRow, withLabels } from './undrawn-rows.ts'
import { columnTable, freeRow, type Place, type Region } from './undrawn-table.ts'
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
  if (open === null && !lines.some(beginsForm)) return null
  const { forms, rest } = formsIn(lines, open !== null)
  const regions = forms.map((own) => regionsOf(rowsOf(textBlocks(own.flatMap(piecesOf)))))
  if (open === null && !regions.flat().some(({ heading }) => heading !== null)) return null
  const left: Line[] = [...rest]
  const tables = regions.flatMap((own, f) =>
    own.flatMap((region, r) => {
      const goesOn = f === 0 && r === 0 && region.heading === null && !region.rows.some(startsForm)
      const before = goesOn ? open : null
      const found = tablesOf(region, place, before)
      if (found === null) left.push(...region.rows.flat().flatMap(({ pieces }) => pieces))
      return found ?? []
    }),
  )
  return { tables, rest: left.flatMap((line) => line.glyphs) }
}

/** Null where the columns of a part cannot be told: it is left to be read as lines. */
function tablesOf(region: Region, place: Place, open: TableBlock | null): readonly TableBlock[] | null {
  if (region.heading === null && open === null) return withLabels(region.rows).map((row) => freeRow(row, place))
  const table = columnTable(region, place, open)
  if (table !== null) return [table]
  return open === null ? null : region.rows.map((row) => freeRow(row, place))
}

/** The lines of every form; a title ends a form until the next one begins. */
function formsIn(
  lines: readonly Line[],
  open: boolean,
): { readonly forms: readonly Line[][]; readonly rest: readonly Line[] } {
  const forms: Line[][] = []
  const rest: Line[] = []
  let within = open
  for (const [i, line] of lines.entries()) {
    if (i === lines.length - 1 && isPageNumber(line)) {
      rest.push(line)
      continue
    }
    const begins = beginsForm(line)
    within = begins || (within && titleIn(textOf(line), layouts) === null)
    if (!within) rest.push(line)
    else if (begins) forms.push([...wrappedAbove(rest, line), line])
    else if (forms.length === 0) forms.push([line])
    else forms.at(-1)?.push(line)
  }
  return { forms, rest }
}

const isPageNumber = (line: Line): boolean => /^[-—–―]*(?:第)?\d{1,4}(?:页)?[-—–―]*$/.test(labelKey(textOf(line)))

/** A value beside the first label may begin above it: its lines are taken back from those before the form. */
function wrappedAbove(rest: Line[], first: Line): readonly Line[] {
  const label = piecesOf(first)[0]?.right ?? first.right
  const lines: Line[] = []
  for (let below = first, above = rest.at(-1); above !== undefined; above = rest.at(-1)) {
    const isNear = below.top - above.bottom < LEADING * first.size && Math.abs(above.size - first.size) < 1
    if (!isNear || above.left < label) break
    lines.unshift(above)
    rest.pop()
    below = above
  }
  return lines
}

/** White between the lines of a value, in characters. */
const LEADING = 0.6

/** The parts of a form that have columns of their own begin with headings; between them every row stands for itself. */
function regionsOf(rows: readonly UndrawnRow[]): readonly Region[] {
  const regions: { heading: Region['heading']; rows: UndrawnRow[] }[] = []
  for (const row of rows) {
    const heading = headingOf(row)
    const open = regions.at(-1)
    if (open === undefined || heading !== null || endsTable(row)) regions.push({ heading, rows: [row] })
    else open.rows.push(row)
  }
  return regions
}

const cellsOf = (row: UndrawnRow): readonly Cell[] => row.map(({ text }) => ({ text, source: { text } }))

/** Which texts of a row are headings; null where it is no row of headings. `name`: the indicators' names. */
function headingOf(row: UndrawnRow): Region['heading'] {
  if (row.length < 2 || row.some(({ text }) => numberText(text) !== null)) return null
  const cells = cellsOf(row)
  for (const table of ['indicators', 'funds', 'tasks'] as const)
    for (const layout of layouts) {
      const found = matchHeadings(cells, layout, table)
      if (found === null || found.length < 2) continue
      const name = table === 'indicators' ? found.find(({ column }) => column.at === 'name')?.index : undefined
      const start = row[Math.min(...found.map(({ index }) => index))]
      if (start !== undefined) return { table, first: start, name: row[name ?? -1] ?? null }
    }
  for (const layout of layouts) {
    const fields = sectionOf(layout, 'goals')?.fields ?? []
    const [first, second] = row.filter(({ text }) => fields.some((field) => isLabel(labelKey(text), field)))
    if (first !== undefined && second !== undefined) return { table: 'goals', first, name: null }
  }
  return null
}

/** A row of its own below a table: the grade, or a remark. */
function endsTable(row: UndrawnRow): boolean {
  const key = labelKey(row[0]?.text ?? '')
  return isGrade(key) || layouts.some((layout) => isBeside(key, layout))
}

const firstKeys = [...new Set(layouts.flatMap((layout) => keysOf(firstLabel(layout) ?? { label: '' })))]

const beginsForm = (line: Line): boolean => firstKeys.includes(labelKey(piecesOf(line)[0]?.text ?? ''))
const startsForm = (row: UndrawnRow): boolean => firstKeys.includes(labelKey(row[0]?.text ?? ''))
