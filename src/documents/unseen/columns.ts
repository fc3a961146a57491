// The headings of an indicator table nobody described: which row holds them, and what each of them names.
import type { Column, Layout } from '../../kernel/layout/layout.ts'
import { sectionOf } from '../../kernel/layout/layout.ts'
import { columnFormat } from '../column-format.ts'
import type { Cell, Grid, Row } from '../grid.ts'
import { isLabel } from '../labels.ts'
import type { Line } from '../source-text.ts'
import { labelKey, numberText, tidy } from '../text.ts'
import { indicatorColumns, type Meaning, meaningIn } from './words.ts'

/** A printed column; what the form has no field for is a remark. */
export type OwnColumn = { readonly column: Column; readonly certainty: number; readonly index: number }
export type OwnTable = {
  /** Rows with headings over two rows joined into one; the second of them is empty then. */
  readonly grid: Grid
  /** Place of the heading row. */
  readonly heading: number
  readonly columns: readonly OwnColumn[]
}

const isOther = (at: string): boolean => at.startsWith('other')
/** Below this a column is not read. */
export const LEAST = 0.6

type Named = { readonly cell: Cell; readonly index: number; readonly meaning: Meaning | null }

/** The first row that names rows of indicators and their values; null where the grid has none. */
export function ownTable(grid: Grid, nearest: Layout): OwnTable | null {
  const heading = grid.rows.findIndex((row) => isHeading(named(row, nearest)))
  const first = grid.rows[heading]
  if (first === undefined) return null
  const second = grid.rows[heading + 1] ?? []
  const two = isSecondHeading(first, second, nearest)
  const joined = two ? joinHeadings(first, second) : first
  const rows = two ? [...grid.rows.slice(0, heading), joined, [], ...grid.rows.slice(heading + 2)] : grid.rows
  const below = rows.slice(heading + 1)
  const columns = resolved(named(joined, nearest), below)
  return { grid: { ...grid, rows }, heading, columns }
}

const known = (key: string, nearest: Layout | null): Meaning | null => {
  const column = (nearest === null ? undefined : sectionOf(nearest, 'indicators'))?.columns.find((candidate) =>
    isLabel(key, candidate),
  )
  return column === undefined ? null : { at: column.at, certainty: 1 }
}

const named = (row: Row, nearest: Layout | null): readonly Named[] =>
  row.flatMap((cell, index) => {
    const key = labelKey(cell.text)
    if (key === '' || key.length > 40) return []
    const meaning = meaningIn(indicatorColumns, key)
    const ofLayout = meaning?.at === 'nature' || meaning?.at === 'content' ? null : known(key, nearest)
    return [{ cell, index, meaning: ofLayout ?? meaning }]
  })

/** At least three columns, one that names a row and one that holds a value, and hardly a cell that is none. */
function isHeading(cells: readonly Named[]): boolean {
  const at = new Set(cells.map(({ meaning }) => meaning?.at).filter((field) => field !== undefined && !isOther(field)))
  const names = ['name', 'content', 'aspect', 'dimension'].filter((field) => at.has(field)).length
  const values = ['target', 'actual', 'weight', 'score'].filter((field) => at.has(field)).length
  const strangers = cells.filter(({ meaning }) => meaning === null).length
  return at.size >= 3 && names >= 1 && values >= 1 && strangers <= at.size
}

/** How many headings of indicators a row holds, and the places of the first and of the indicators' names; null for other rows. */
export function headsIndicators(
  row: Row,
): { readonly count: number; readonly first: number; readonly name: number } | null {
  const cells = named(row, null)
  if (cells.length < row.length || !isHeading(cells)) return null
  const meant = cells.filter(({ meaning }) => meaning !== null)
  const name = meant.find(({ meaning }) => meaning?.at === 'name' || meaning?.at === 'content')
  const [first] = meant
  return first === undefined || name === undefined
    ? null
    : { count: meant.length, first: first.index, name: name.index }
}

/** 年度指标值 above 指标性质｜指标值｜度量单位: a row of headings only, with nothing an indicator would print. */
function isSecondHeading(first: Row, second: Row, nearest: Layout): boolean {
  const filled = second.filter((cell) => labelKey(cell.text) !== '')
  if (filled.length < 2 || filled.some((cell) => numberText(cell.text) !== null || cell.text.length > 16)) return false
  const printed = first.filter((cell) => labelKey(cell.text) !== '').length
  const cells = named(second, nearest)
  const named2 = cells.filter(({ meaning }) => meaning !== null).length
  const underGroup = second.every((cell, i) => labelKey(cell.text) === '' || i >= 3 || named2 > 1)
  const groups = filled.some((cell) => /^(产出|效益|效果|满意度|成本|数量|质量|时效)/.test(labelKey(cell.text)))
  return !groups && underGroup && filled.length < printed + 8 && (named2 >= 2 || standsUnderGroup(first, second))
}

/** 偏差原因分析 and 完成目标可能性 are printed above several columns; words left of them are an indicator's. */
function standsUnderGroup(first: Row, second: Row): boolean {
  const group = first.findIndex((cell) => /可能性|原因分析/.test(labelKey(cell.text)))
  return group >= 0 && second.every((cell, i) => i >= group || labelKey(cell.text) === '')
}

function joinHeadings(first: Row, second: Row): Row {
  const length = Math.max(first.length, second.length)
  return Array.from({ length }, (_, i): Cell => {
    const above = first[i]
    const below = second[i]
    return below !== undefined && labelKey(below.text) !== '' ? below : (above ?? { text: '', source: { text: '' } })
  })
}

function resolved(cells: readonly Named[], below: readonly Row[]): readonly OwnColumn[] {
  const has = (at: string): boolean => cells.some(({ meaning }) => meaning?.at === at && meaning.certainty >= 0.8)
  // Beside 指标属性 (定量, 定性) the column 指标性质 can only hold the operator.
  const twice = cells.filter(({ meaning }) => meaning?.at === 'nature').length > 1
  const exact = cells.map(({ meaning, ...rest }): Named => {
    if (meaning?.at === 'content') return { ...rest, meaning: { ...meaning, at: has('name') ? 'description' : 'name' } }
    if (meaning?.at !== 'nature') return { ...rest, meaning }
    const signed = twice ? /性质/.test(rest.cell.text) : isSigned(rest.index, below)
    return { ...rest, meaning: { ...meaning, at: signed && !has('direction') ? 'direction' : 'nature' } }
  })
  const chosen = chosenOf(exact)
  return exact.flatMap(({ cell, index, meaning }, i) => {
    if (i === 0 && isSideLabel(meaning, chosen.get('name'))) return []
    const read = meaning !== null && chosen.get(meaning.at) === i && meaning.certainty >= LEAST && !isOther(meaning.at)
    const at = read ? meaning.at : `remarks.${remarkName(exact, i)}`
    const column: Column = { label: cell.text, at, format: read ? columnFormat(at) : 'text', width: 10 }
    return { column, certainty: read ? meaning.certainty : 1, index }
  })
}

/** 绩效指标 beside the whole table heads no column. */
const isSideLabel = (meaning: Meaning | null, name: number | undefined): boolean =>
  meaning === null || (meaning.at === 'name' && name !== 0)

/** 评分标准; of two with one name the later is numbered. */
function remarkName(cells: readonly Named[], at: number): string {
  const nameOf = ({ cell }: Named): string => remarkKey(cell.text)
  const own = cells[at]
  if (own === undefined) return ''
  const before = cells.slice(0, at).filter((cell) => nameOf(cell) === nameOf(own)).length
  return before === 0 ? nameOf(own) : `${nameOf(own)}${before + 1}`
}

/** A label as the name of a remark: without the signs that paths are made of. */
export const remarkKey = (label: string): string => tidy(label).replace(/[\s.[\]：:]/g, '')

const SIGN = /^(?:[≥≤><=＞＜＝≧≦═﹥﹤]=?|大于等于|小于等于|大于|小于|等于)$/

/** A column that holds signs somewhere; beside merged cells it may stand a little to the left. */
const isSigned = (index: number, below: readonly Row[]): boolean =>
  below.some((row) => row.some((cell, i) => Math.abs(i - index) <= 2 && SIGN.test(labelKey(cell.text))))

/**
 * Of several columns for one field the surest. Where the whole table stands there twice, side by side, the right half is
 * the year's: the left one is that of the medium term.
 */
function chosenOf(cells: readonly Named[]): ReadonlyMap<string, number> {
  const chosen = new Map<string, number>()
  const names = cells.filter(({ meaning }) => meaning?.at === 'name' && meaning.certainty === 1).length
  cells.forEach(({ meaning }, i) => {
    if (meaning === null) return
    const before = cells[chosen.get(meaning.at) ?? -1]?.meaning
    if (
      before === undefined ||
      before === null ||
      meaning.certainty > before.certainty ||
      (names > 1 && meaning.certainty === before.certainty)
    )
      chosen.set(meaning.at, i)
  })
  return chosen
}

/** No form is longer; what stands behind is not looked at for labels. */
const MOST_LINES = 4000

/** The words of every line as cells, headings over several lines as one row. */
export function wordRows(lines: readonly Line[], nearest: Layout): readonly Row[] {
  const rows = lines.slice(0, MOST_LINES).map(wordsOf)
  const from = rows.findIndex((row) => row.some((cell) => FIRST_HEADING.test(labelKey(cell.text))))
  if (from < 0) return rows
  let to = from + 1
  while (to < rows.length && to < from + 12 && isHeadingsOnly(rows[to] ?? [], nearest)) to++
  return [
    ...rows.slice(0, from),
    rows.slice(from, to).flat(),
    ...rows.slice(from + 1, to).map((): Row => []),
    ...rows.slice(to),
  ]
}

const FIRST_HEADING = /^(?:一级指标|二级指标|三级指标|指标名称)$/

const isHeadingsOnly = (row: Row, nearest: Layout): boolean => {
  const cells = named(row, nearest)
  return cells.length === row.length && cells.every(({ meaning }) => meaning !== null)
}

const wordsOf = ({ line, page, text }: Line): Row =>
  text
    .slice(0, 2000)
    .split(/[\s\u3000]+/)
    .filter((word) => word !== '')
    .map((word) => ({ text: word, source: page === undefined ? { line, text: word } : { line, page, text: word } }))
