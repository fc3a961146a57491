// A stream of cells without row ends → rows: labels begin them, the headings say how long those of a table are.
import { layouts } from '../../kernel/layout/index.ts'
import { beginsWithSign } from '../flow/vocabulary.ts'
import type { Cell, Row } from '../grid.ts'
import { isNothing, labelKey, numberText } from '../text.ts'
import { titleIn } from '../title.ts'
import { columnAt, isAspect, isDimension, labelKinds } from './vocabulary.ts'

type Keyed = { readonly cell: Cell; readonly key: string }
type Stream = { readonly cells: readonly Keyed[]; at: number; readonly rows: Row[] }

const empty: Cell = { text: '', source: { text: '' } }

/** No form has more columns; a longer row is no row. */
const WIDEST = 40

/** The rows of a document, each with its cells in the places the headings give them. */
export function cellRows(cells: readonly Cell[]): readonly Row[] {
  const stream: Stream = { cells: cells.map((cell) => ({ cell, key: labelKey(cell.text) })), at: 0, rows: [] }
  let columns: readonly string[] | null = null
  while (stream.at < stream.cells.length) {
    const headings = headingsAt(stream)
    if (headings !== null) columns = headings
    else if (columns !== null && (endsTable(stream) || !indicatorRow(stream, columns))) columns = null
    else if (columns === null && !goalTexts(stream)) frontRow(stream)
  }
  return stream.rows
}

const keyAt = (stream: Stream, at: number): string => stream.cells[at]?.key ?? ''
const take = (stream: Stream, from: number, to: number): Row => stream.cells.slice(from, to).map(({ cell }) => cell)

/** The headings of an indicator table at the beginning of what is left, put into the order of its cells. */
function headingsAt(stream: Stream): readonly string[] | null {
  const run: Keyed[] = []
  let at = stream.at
  for (; at < stream.cells.length && run.length < WIDEST; at++) {
    const here = stream.cells[at]
    if (here === undefined || (here.key !== '' && columnAt(here.key) === undefined && !isBlock(here.key))) break
    if (here.key !== '') run.push(here)
  }
  const name = run.findIndex(({ key }) => columnAt(key) === 'name')
  if (name < 0 || run.length < 4) return null
  const ordered = inOrder(run.filter(({ key }) => !isBlock(key)))
  stream.rows.push(ordered.map(({ cell }) => cell))
  stream.at = at
  return ordered.map(({ key }) => columnAt(key) ?? '')
}

const isBlock = (key: string): boolean => {
  const kinds = labelKinds(key)
  return (kinds.has('block') && !kinds.has('column')) || /^年度绩效目标\d?(\(.*\))?$/.test(key)
}

/** Headings in two rows: what stands above the three levels belongs behind them, 年度指标值 over its own parts goes. */
function inOrder(run: readonly Keyed[]): readonly Keyed[] {
  const first = run.findIndex(({ key }) => columnAt(key) === 'dimension')
  if (first <= 0) return run
  const above = run.slice(0, first)
  const below = run.slice(first)
  const own = new Set(below.map(({ key }) => columnAt(key)))
  return [...below, ...above.filter(({ key }) => !own.has(columnAt(key)))]
}

/** A label that can only stand below the table, or the next form. */
function endsTable(stream: Stream): boolean {
  const key = nextKey(stream)
  if (key === '') return true
  const kinds = labelKinds(key)
  if (isDimension(key) || isAspect(key)) return false
  return (
    kinds.has('ending') ||
    kinds.has('pair') ||
    kinds.has('other') ||
    kinds.has('fund-row') ||
    isTitle(stream, skipped(stream))
  )
}

const isTitle = (stream: Stream, at: number): boolean =>
  (stream.cells[at]?.cell.text.length ?? 999) < 200 && titleIn(stream.cells[at]?.cell.text ?? '', layouts) !== null

function skipped(stream: Stream): number {
  let at = stream.at
  while (at < stream.cells.length && keyAt(stream, at) === '') at++
  return at
}
const nextKey = (stream: Stream): string => keyAt(stream, skipped(stream))

/** One row of the indicator table: group labels are left out where they are merged with those above. */
function indicatorRow(stream: Stream, columns: readonly string[]): boolean {
  const from = skipped(stream)
  if (from >= stream.cells.length) {
    stream.at = from
    return false
  }
  const groups = columns.filter((at) => at === 'dimension' || at === 'aspect').length
  let best = { missing: groups, points: Number.NEGATIVE_INFINITY }
  for (let missing = 0; missing <= groups; missing++) {
    const points = rowPoints(stream, from, columns, missing)
    if (points > best.points) best = { missing, points }
  }
  const to = rowEnd(stream, from, columns, best.missing)
  stream.rows.push([...Array.from({ length: best.missing }, () => empty), ...take(stream, from, to)])
  stream.at = to
  return true
}

/** How well the cells suit their columns when the first `missing` group labels are left out. */
function rowPoints(stream: Stream, from: number, columns: readonly string[], missing: number): number {
  const to = rowEnd(stream, from, columns, missing)
  let points = to - from < columns.length - missing ? -1 : 0
  columns.slice(missing).forEach((column, i) => {
    if (from + i < to) points += suits(column, keyAt(stream, from + i))
  })
  return points
}

function suits(column: string, key: string): number {
  switch (column) {
    case 'dimension':
      return isDimension(key) ? 3 : -3
    case 'aspect':
      return isAspect(key) ? (/指标/.test(key) ? 3 : 1) : -2
    case 'name':
      if (numberText(key) !== null || key === '') return -2
      return beginsWithSign(key) || /指标等?$/.test(key) || isDimension(key) ? -3 : 0
    case 'weight':
    case 'score':
      return numberText(key) !== null ? 2 : isNothing(key) ? 0 : -3
    default:
      return 0
  }
}

/** The row ends where all columns have their cell, or before the label of another row. */
function rowEnd(stream: Stream, from: number, columns: readonly string[], missing: number): number {
  const whole = Math.min(stream.cells.length, from + columns.length - missing)
  const groups = columns.length - columns.filter((at) => at !== 'dimension' && at !== 'aspect').length - missing
  for (let at = from + groups + 1; at < whole; at++) {
    const key = keyAt(stream, at)
    if (/^(产出|效益|满意度|数量|质量|时效|(经济|社会|生态)效益|可持续影响|服务对象满意度)指标/.test(key)) return at
    if (labelKinds(key).has('ending') || isTitle(stream, at)) return at
  }
  return whole
}

/** The goal headings and, as a row below them, as many texts as there are headings. */
function goalTexts(stream: Stream): boolean {
  const from = stream.at
  let at = from
  let headings = 0
  for (; at < stream.cells.length && at - from < WIDEST; at++) {
    const key = keyAt(stream, at)
    const kinds = labelKinds(key)
    if (key === '' && headings === 0) continue
    if (kinds.has('goal') && !(kinds.has('block') && headings === 0)) headings++
    else if (!(headings === 0 && (kinds.has('block') || kinds.has('other')))) break
  }
  if (headings < 2) return false
  stream.rows.push(take(stream, from, at))
  let blanks = at
  while (keyAt(stream, blanks) === '' && blanks < stream.cells.length) blanks++
  const texts = blanks - at >= headings ? blanks : at
  const lead = at - from - headings
  stream.rows.push([...Array.from({ length: lead }, () => empty), ...take(stream, texts, texts + headings)])
  stream.at = texts + headings
  return true
}

/** Up to the next label that begins a row. Headings stand side by side; a label and its value do too. */
function frontRow(stream: Stream): void {
  const from = stream.at
  let at = from + 1
  const first = keyAt(stream, from)
  for (; at < stream.cells.length && at - from < WIDEST * 4; at++) {
    if (first !== '' && isTitle(stream, from)) break
    if (isTitle(stream, at)) break
    const kinds = labelKinds(keyAt(stream, at))
    if (kinds.has('pair') || kinds.has('fund-row') || kinds.has('ending') || kinds.has('other')) break
    if (kinds.has('goal') || (kinds.has('block') && !labelKinds(first).has('block'))) break
    if (columnAt(keyAt(stream, at)) === 'dimension') break
  }
  stream.rows.push(...withoutGaps(take(stream, from, at)))
  stream.at = at
}

/** Headings of a money table: merged cells before and between them would shift them against the rows below. */
function withoutGaps(row: Row): readonly Row[] {
  const isColumn = (cell: Cell): boolean => labelKinds(labelKey(cell.text)).has('fund-column')
  const columns = row.filter(isColumn)
  if (columns.length < 3) return [row]
  const others = row.filter((cell) => !isColumn(cell) && cell.text !== '')
  return others.length > 0 ? [others, [empty, ...columns]] : [[empty, ...columns]]
}
