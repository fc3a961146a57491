// The rows of a form without lines → its parts: tables below their headings, and rows that stand for themselves.
import { layouts } from '../../kernel/layout/index.ts'
import { type Layout, sectionOf } from '../../kernel/layout/layout.ts'
import { memo } from '../../kernel/memo.ts'
import type { Row } from '../grid.ts'
import { matchHeadings } from '../headings.ts'
import { isBeside, isLabel } from '../labels.ts'
import { labelKey, numberText } from '../text.ts'
import { headsIndicators } from '../unseen/columns.ts'
import { fundColumns, indicatorColumns, isGrade, type Meaning, meaningIn, taskColumns } from '../unseen/words.ts'
import { isPrinted } from './printed-label.ts'
import type { TextBlock } from './text-blocks.ts'
import type { UndrawnRow } from './undrawn-rows.ts'

export type TableKind = 'indicators' | 'funds' | 'tasks' | 'goals' | 'statements'

/** `first` = the first heading of a column, `name` = the heading of the indicators' or tasks' names. */
export type Heading = {
  readonly table: TableKind
  readonly blocks: readonly TextBlock[]
  readonly first: TextBlock
  readonly name: TextBlock | null
  /** Texts of a row below stand so close that they cannot be told from the headings. */
  readonly mixed: boolean
}

/** Rows that follow each other: below headings, which are not among them, or each for itself. */
export type Region = {
  readonly heading: Heading | null
  readonly rows: readonly UndrawnRow[]
}

/** Headings over headings stand on so many rows at most. */
const LEVELS = 3

export function regionsOf(rows: readonly UndrawnRow[]): readonly Region[] {
  const regions: { heading: Heading | null; rows: UndrawnRow[] }[] = []
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? []
    const zone = headingAt(rows, i)
    const open = regions.at(-1)
    if (zone !== null) {
      regions.push({ heading: zone.heading, rows: [] })
      i += zone.rows - 1
    } else if (open === undefined || (open.heading !== null && ends(row, open.heading.table)))
      regions.push({ heading: null, rows: [row] })
    else open.rows.push(row)
  }
  return regions
}

type Zone = { readonly heading: Heading; readonly count: number; readonly rows: number }

/** The headings that begin on a row: as many rows of labels as add to them. */
function headingAt(rows: readonly UndrawnRow[], at: number): Zone | null {
  let best: Zone | null = null
  for (let count = 1; count <= LEVELS; count++) {
    const own = rows.slice(at, at + count)
    if (own.length < count || (count > 1 && !own.every((row) => row.every(isHeadingText)))) break
    const found = headingOf(own.flat().sort((a, b) => a.left - b.left))
    // A row that only stands left of the headings is that of another label.
    if (found === null || own[0]?.every(({ left }) => left < found.heading.first.left - 2)) continue
    if (best === null || found.count > best.count) best = { ...found, rows: count }
  }
  return best
}

const under = new Set(
  layouts.flatMap((layout) =>
    layout.sections.flatMap((section) =>
      'columns' in section && section.kind !== 'statements'
        ? section.columns.flatMap((column) => (column.under === undefined ? [] : [labelKey(column.under)]))
        : [],
    ),
  ),
)

const isHeading = memo((text: string): boolean => {
  const key = labelKey(text)
  return (
    isPrinted(text) ||
    under.has(key) ||
    under.has(key.replace(/\(万?元\)$/, '')) ||
    [indicatorColumns, fundColumns, taskColumns].some((words) => isMeant(meaningIn(words, key), key))
  )
})

/** No heading of a column the form has no place for is longer. */
const LONGEST_OTHER = 10

const isMeant = (meaning: Meaning | null, key: string): boolean =>
  meaning !== null && (meaning.at !== 'other' || key.length <= LONGEST_OTHER)

const isHeadingText = ({ text }: TextBlock): boolean => numberText(text) === null && isHeading(text)

const cellsOf = (row: UndrawnRow): Row => row.map(({ text }) => ({ text, source: { text } }))

/** Which texts of a row are headings; null where it is no row of headings. */
function headingOf(row: UndrawnRow): Omit<Zone, 'rows'> | null {
  if (row.length < 2 || row.some(({ text }) => numberText(text) !== null)) return null
  const named = row.some(({ text }) => NAMES.test(labelKey(text)))
  // Beside the heading of the names 绩效指标 is the label of the whole part.
  const own = named ? row.map((block) => (labelKey(block.text) === PART ? { ...block, text: '' } : block)) : row
  const cells = cellsOf(own)
  let best: Omit<Zone, 'rows'> | null = null
  for (const layout of layouts)
    for (const found of [...tablesIn(cells, layout), ...textsIn(row, layout)]) {
      const [first] = found.places.flatMap((index) => row[index] ?? [])
      if (first === undefined || found.places.length <= (best?.count ?? 1)) continue
      const name = row[found.name ?? -1] ?? null
      best = { heading: headingIn(found.table, row, first, name), count: found.places.length }
    }
  return best ?? ownHeading(row, cells)
}

/** Of three headings of a table nobody may know one; of texts that are no headings there are more. */
const STRANGERS = 1 / 3

function headingIn(table: TableKind, blocks: UndrawnRow, first: TextBlock, name: TextBlock | null): Heading {
  const own = blocks.filter(({ left }) => left >= first.left)
  const strangers = own.filter((block) => !isHeadingText(block))
  return { table, blocks, first, name, mixed: strangers.length > own.length * STRANGERS }
}

const NAMES = /^(?:三级指标|指标名称|指标内容)/
const PART = '绩效指标'

type Found = { readonly table: TableKind; readonly places: readonly number[]; readonly name?: number | undefined }

function tablesIn(cells: Row, layout: Layout): readonly Found[] {
  return (['indicators', 'funds', 'tasks'] as const).flatMap((table): Found[] => {
    const found = matchHeadings(cells, layout, table)
    if (found === null || found.length < 2) return []
    const name = found.find(({ column }) => column.at === 'name')?.index
    return [{ table, places: found.map(({ index }) => index).sort((a, b) => a - b), name }]
  })
}

/** Headings of texts side by side: goals, statements. */
function textsIn(row: UndrawnRow, layout: Layout): readonly Found[] {
  const fields = sectionOf(layout, 'goals')?.fields ?? []
  const columns = (sectionOf(layout, 'statements')?.columns ?? []).map((label) => ({ label }))
  const places = (labels: readonly { readonly label: string; readonly aliases?: readonly string[] }[]) =>
    row.flatMap(({ text }, i) => (labels.some((label) => isLabel(labelKey(text), label)) ? [i] : []))
  return [
    { table: 'goals' as const, places: places(fields) },
    { table: 'statements' as const, places: places(columns) },
  ].filter((found) => found.places.length > 1)
}

/** Headings nobody described, by their words. */
function ownHeading(row: UndrawnRow, cells: Row): Omit<Zone, 'rows'> | null {
  const found = headsIndicators(cells)
  const first = row[found?.first ?? -1]
  if (found === null || first === undefined) return null
  return { heading: headingIn('indicators', row, first, row[found.name] ?? null), count: found.count }
}

const kinds = new Map<string, Set<string>>()
for (const layout of layouts)
  for (const section of layout.sections) {
    const labels =
      section.kind === 'goals'
        ? [section, ...section.fields]
        : section.kind === 'pairs'
          ? section.rows.flat()
          : section.kind === 'funds' || section.kind === 'tasks'
            ? [section, ...('rows' in section ? section.rows : [])]
            : section.kind === 'statements'
              ? [section.label, ...section.rows].map((label) => ({ label }))
              : []
    for (const { label } of labels) {
      const key = labelKey(label)
      kinds.set(key, (kinds.get(key) ?? new Set()).add(section.kind))
    }
  }

/**
 * A row of its own below a table: the grade, a remark, or the label of another part. A row that stands for itself (null)
 * ends where another label stands.
 */
export function ends(row: UndrawnRow, table: TableKind | null): boolean {
  const text = row[0]?.text ?? ''
  const key = labelKey(text)
  if (isGrade(key) || layouts.some((layout) => isBeside(key, layout))) return true
  if (table === null) return isPrinted(text)
  const own = kinds.get(key)
  return table !== 'indicators' && own !== undefined && !own.has(table)
}
