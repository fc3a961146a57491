// A stream of cells without row ends → rows: labels begin them, the headings say how long those of a table are.
import { layouts } from '../../kernel/layout/index.ts'
import type { Cell, Row } from '../grid.ts'
import { withoutWithin } from '../labels.ts'
import { placedAmounts } from '../money-cells.ts'
import { isNothing, labelKey, numberText, withoutBrackets } from '../text.ts'
import { titleIn } from '../title.ts'
import { fundColumns, isFundRow, meaningIn, taskColumns } from '../unseen/words.ts'
import { type Empties, tableRows } from './table-rows.ts'
import { columnAt, isAspect, isDimension, labelKinds, moneyColumn, partsOf } from './vocabulary.ts'

type Keyed = { readonly cell: Cell; readonly key: string }
type Stream = { readonly cells: readonly Keyed[]; readonly empties: Empties; at: number; readonly rows: Row[] }

const empty: Cell = { text: '', source: { text: '' } }

/** No form has more columns; a longer row is no row. */
const WIDEST = 40

/** The rows of a document, each with its cells in the places the headings give them. */
export function cellRows(cells: readonly Cell[], empties: Empties = 'printed'): readonly Row[] {
  const stream: Stream = { cells: cells.map((cell) => ({ cell, key: labelKey(cell.text) })), empties, at: 0, rows: [] }
  while (stream.at < stream.cells.length) {
    if (goalTexts(stream)) continue
    const headings = headingsAt(stream)
    if (headings !== null) indicatorRows(stream, headings)
    else if (!moneyRows(stream) && !taskRows(stream)) frontRow(stream)
  }
  return stream.rows
}

const keyAt = (stream: Stream, at: number): string => stream.cells[at]?.key ?? ''
const take = (stream: Stream, from: number, to: number): Row => stream.cells.slice(from, to).map(({ cell }) => cell)

/** The headings of an indicator table at the beginning of what is left, put into the order of its cells. */
function headingsAt(stream: Stream): readonly string[] | null {
  const run = headingRun(stream, stream.at)
  if (run === null) return null
  const ordered = inOrder(run.cells.filter(({ key }) => !isBlock(key)))
  stream.rows.push(ordered.map(({ cell }) => cell))
  stream.at = run.to
  return ordered.map(({ key }) => columnAt(key) ?? 'remarks.其他')
}

/** Headings one after the other, those of a table of indicators among them. */
function headingRun(stream: Stream, from: number): { readonly cells: readonly Keyed[]; readonly to: number } | null {
  const cells: Keyed[] = []
  let at = from
  for (; at < stream.cells.length && cells.length < WIDEST; at++) {
    const here = stream.cells[at]
    if (here === undefined || (here.key !== '' && !headsColumn(here.key) && !isBeforeGroup(stream, at, cells))) break
    if (here.key !== '') cells.push(here)
  }
  const named = cells.some(({ key }) => columnAt(key) === 'name')
  const valued = cells.some(({ key }) => /^(?:target|actual|weight|score)$/.test(columnAt(key) ?? ''))
  if (!named || !valued || cells.length < 4) return null
  while (OF_A_YEAR.test(keyAt(stream, at))) at++
  return withParts(stream, cells, at)
}

/** 2021年实际实现值 and 预期2022年实现值 below 指标值: which of them a single value belongs to is not printed. */
const OF_A_YEAR = /^(?:预期|计划)?(?:19|20)\d{2}年.{0,8}[值数]$/

const headsColumn = (key: string): boolean => columnAt(key) !== undefined || isBlock(key) || partsOf(key).length > 0

/** A heading of a column nobody knows: the last before the first group of the table. */
function isBeforeGroup(stream: Stream, at: number, cells: readonly Keyed[]): boolean {
  if (cells.length < 4 || !/^[\u4e00-\u9fff()/]{2,12}$/.test(keyAt(stream, at))) return false
  const behind = filledKeys(stream, at + 1, 2)
  return isDimension(behind[0] ?? '') || (columnAt(behind[0] ?? '') !== undefined && isDimension(behind[1] ?? ''))
}

/** The next keys that are not empty. */
function filledKeys(stream: Stream, from: number, count: number): readonly string[] {
  const found: string[] = []
  for (let at = from; at < stream.cells.length && at - from < WIDEST && found.length < count; at++)
    if (keyAt(stream, at) !== '') found.push(keyAt(stream, at))
  return found
}

/** 偏差原因分析 over 经费保障, 制度保障 …: the parts printed below take the place of what stands over them. */
function withParts(stream: Stream, cells: readonly Keyed[], to: number): { cells: readonly Keyed[]; to: number } {
  const parts = cells.flatMap(({ key }) => partsOf(key))
  let from = to
  while (from < stream.cells.length && keyAt(stream, from) === '') from++
  const printed = stream.cells.slice(from, from + parts.length)
  if (parts.length === 0 || !printed.every(({ key }, i) => parts[i]?.includes(key))) return { cells, to }
  let used = 0
  const whole = cells.flatMap((cell) => {
    const count = partsOf(cell.key).length
    used += count
    return count === 0 ? [cell] : printed.slice(used - count, used)
  })
  return { cells: whole, to: from + parts.length }
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
  if (!above.some(({ key }) => /^(?:target|actual|weight|score)$/.test(columnAt(key) ?? ''))) return run
  const below = run.slice(first)
  const own = new Set(below.map(({ key }) => columnAt(key)))
  return [...below, ...above.filter(({ key }) => !own.has(columnAt(key)))]
}

/** A label that can only stand below the table, or the next form. */
function endsTable(stream: Stream, at: number): boolean {
  const key = keyAt(stream, at)
  if (key === '' || isDimension(key) || isAspect(key)) return false
  const kinds = labelKinds(key)
  if (isNote(key)) return true
  return kinds.has('ending') || kinds.has('pair') || kinds.has('other') || kinds.has('fund-row') || isTitle(stream, at)
}

const isTitle = (stream: Stream, at: number): boolean =>
  (stream.cells[at]?.cell.text.length ?? 999) < 200 && titleIn(stream.cells[at]?.cell.text ?? '', layouts) !== null

/** The rows of the indicator table, each cell under its heading. */
function indicatorRows(stream: Stream, columns: readonly string[]): void {
  const from = stream.at
  const to = tableEnd(stream)
  const cells = stream.cells.slice(from, to)
  const keys = cells.map(({ key }) => key)
  for (const row of tableRows(keys, columns, stream.empties))
    stream.rows.push(row.map((at) => (at === null ? empty : (cells[at]?.cell ?? empty))))
  stream.at = to
}

/** Where the table ends: at a label that can only stand below it, or at headings printed again. */
function tableEnd(stream: Stream): number {
  for (let at = stream.at; at < stream.cells.length; at++)
    if (endsTable(stream, at) || headingRun(stream, at) !== null) return at
  return stream.cells.length
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
  const lead = at - from - headings
  const end = labelFrom(stream, at)
  const filled = take(stream, at, end).filter(({ text }) => text.trim() !== '')
  const texts = firstText(stream, at, end, headings, lead)
  const exact = stream.empties === 'lost' && filled.length === headings
  stream.rows.push([
    ...Array.from({ length: lead }, () => empty),
    ...(exact ? filled : take(stream, texts, Math.min(end, texts + headings))),
  ])
  stream.at = exact ? end : Math.max(at, Math.min(end, texts + headings))
  return true
}

/** The first cell from `at` on that is a label of something else. */
function labelFrom(stream: Stream, at: number): number {
  let end = at
  while (end < stream.cells.length && labelKinds(keyAt(stream, end)).size === 0 && !isTitle(stream, end)) end++
  return end
}

/** Empty cells before the texts stand below the label beside the headings; as many as there are headings are the texts. */
function firstText(stream: Stream, at: number, end: number, headings: number, lead: number): number {
  let blanks = at
  while (blanks < end && keyAt(stream, blanks) === '') blanks++
  if (blanks - at >= headings) return blanks
  return blanks - at > 0 && end - at >= headings + Math.min(lead, blanks - at) ? blanks : at
}

/** The headings of a money table and its rows: a label each with what stands below the headings. */
function moneyRows(stream: Stream): boolean {
  const found = moneyHeadings(stream, stream.at)
  if (found === null) return false
  const { beside, over, headings, to } = found
  if (beside.length > 0) stream.rows.push(beside)
  stream.rows.push([over ?? empty, ...headings.map(({ cell }) => cell)])
  stream.at = to
  const columns = headings.map(({ key }) => key)
  while (isMoneyRow(stream, stream.at)) moneyRow(stream, columns)
  return true
}

/** What heads the column of the labels themselves. */
const OVER_LABELS = /来源|名称|性质|类别|^项目$/

type MoneyHeadings = {
  readonly beside: Row
  readonly over: Cell | null
  readonly headings: readonly Keyed[]
  readonly to: number
}

function moneyHeadings(stream: Stream, from: number): MoneyHeadings | null {
  const isColumn = (key: string): boolean => labelKinds(key).has('fund-column') || isOtherMoney(key)
  let at = from
  for (; at < stream.cells.length && at - from < 3 && !isColumn(keyAt(stream, at)); at++) {
    const key = keyAt(stream, at)
    if (key !== '' && !labelKinds(key).has('block') && !isMoneyBlock(key)) return null
  }
  const beside = take(stream, from, at).filter(({ text }) => text.trim() !== '')
  const headings: Keyed[] = []
  for (; at < stream.cells.length; at++) {
    const here = stream.cells[at]
    if (here === undefined || (here.key !== '' && !isColumn(here.key)) || hasAmount(stream, at)) break
    if (here.key !== '') headings.push(here)
  }
  const amounts = headings.filter(({ key }) => AMOUNTS.test(moneyColumn(key)))
  if (amounts.length < 2 || headings.length < 3 || headings.length > WIDEST) return null
  const [first, ...rest] = headings
  return first !== undefined && OVER_LABELS.test(first.key)
    ? { beside, over: first.cell, headings: rest, to: at }
    : { beside, over: null, headings, to: at }
}

const hasAmount = (stream: Stream, at: number): boolean =>
  isFundRow(keyAt(stream, at)) && numberText(keyAt(stream, at + 1)) !== null

const AMOUNTS = /^(?:initialBudget|annualBudget|executed)$/
const isOtherMoney = (key: string): boolean => key.length <= 10 && meaningIn(fundColumns, key)?.at === 'other'
const isMoneyBlock = (key: string): boolean => key.length <= 24 && /资金|预算|经费/.test(key)

/** A source of money with an amount, a dash or nothing behind it. */
function isMoneyRow(stream: Stream, at: number): boolean {
  const key = withoutWithin(withoutBrackets(keyAt(stream, at)))
  if (!labelKinds(key).has('fund-row') && !isFundRow(key)) return false
  const next = keyAt(stream, at + 1)
  return isNothing(next) || numberText(next) !== null || labelKinds(next).size > 0 || isFundRow(withoutWithin(next))
}

/** One row: the cells up to the next label. Fewer than there are headings are placed by what they say. */
function moneyRow(stream: Stream, columns: readonly string[]): void {
  const from = stream.at
  let end = from + 1
  while (end < stream.cells.length && end - from <= columns.length && !isMoneyLabel(stream, end)) end++
  const cells = take(stream, from + 1, end)
  const label = stream.cells[from]?.cell ?? empty
  stream.rows.push([label, ...(stream.empties === 'lost' ? placedCells(cells, columns) : cells)])
  while (end < stream.cells.length && keyAt(stream, end) === '') end++
  stream.at = end
}

const isMoneyLabel = (stream: Stream, at: number): boolean =>
  labelKinds(keyAt(stream, at)).size > 0 || (isMoneyRow(stream, at) && numberText(keyAt(stream, at)) === null)

/** What cannot be placed for certain stays beside its label, under no heading. */
function placedCells(cells: Row, columns: readonly string[]): Row {
  if (cells.length === columns.length) return cells
  const fields = columns.map(moneyColumn)
  const places = placedAmounts(
    cells.map(({ text }) => text),
    fields,
  )
  if (places === null) return [...columns.map(() => empty), ...cells]
  return columns.map((_, i) => cells[places.indexOf(i)] ?? empty)
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
    if (BREAKS.some((kind) => kinds.has(kind)) || isNote(keyAt(stream, at))) break
    // A paragraph of the text around the form holds no cells.
    if (stream.empties === 'lost' && labelKinds(first).size === 0) break
    if (kinds.has('goal') || (kinds.has('block') && !labelKinds(first).has('block'))) break
    if (columnAt(keyAt(stream, at)) === 'dimension' || beginsTable(stream, at)) break
  }
  stream.rows.push(...withoutGaps(take(stream, from, at)))
  stream.at = at
}

const BREAKS = ['pair', 'fund-row', 'ending', 'other', 'beside'] as const

/** 注: …, what a form says of itself below its table. */
const isNote = (key: string): boolean =>
  /^(?:注|备注|说明|附注|填报说明)\d?:/.test(key) || key === '附件' || SEAL.test(key)
const SEAL = /\((?:盖章|签字|签章|签名|公章)\)|审核意见/

/** The headings of a table, or what stands beside them. */
function beginsTable(stream: Stream, at: number): boolean {
  const key = keyAt(stream, at)
  if (key === '' || key.length > 24 || isNothing(key) || numberText(key) !== null) return false
  return moneyHeadings(stream, at) !== null || taskHeadings(stream, at) !== null || headingRun(stream, at + 1) !== null
}

type TaskHeadings = { readonly row: Row; readonly count: number; readonly to: number }

/** 任务名称, 主要内容, with or without a label beside them. */
function taskHeadings(stream: Stream, from: number): TaskHeadings | null {
  const isTask = (at: number): boolean => meaningIn(taskColumns, keyAt(stream, at)) !== null
  const first = isTask(from) && meaningIn(taskColumns, keyAt(stream, from))?.at !== 'plan' ? from : from + 1
  let at = first
  while (isTask(at)) at++
  return at - first >= 2 ? { row: take(stream, from, at), count: at - first, to: at } : null
}

/** The tasks: as many cells each as there are headings, below the label beside them an empty one or none. */
function taskRows(stream: Stream): boolean {
  const found = taskHeadings(stream, stream.at)
  if (found === null) return false
  const { row, count, to } = found
  stream.rows.push(row)
  const lead = row.length - count
  let end = to
  while (end < stream.cells.length && !beginsTable(stream, end) && labelKinds(keyAt(stream, end)).size === 0) end++
  const led = lead > 0 && keyAt(stream, to) === ''
  const wide = count + (led ? 1 : 0)
  for (let at = to; at + wide <= end; at += wide)
    stream.rows.push([...(led ? [] : Array.from({ length: lead }, () => empty)), ...take(stream, at, at + wide)])
  stream.at = end
  return true
}

/** Headings of a money table: merged cells before and between them would shift them against the rows below. */
function withoutGaps(row: Row): readonly Row[] {
  const isColumn = (cell: Cell): boolean => labelKinds(labelKey(cell.text)).has('fund-column')
  const columns = row.filter(isColumn)
  if (columns.length < 3) return [row]
  const others = row.filter((cell) => !isColumn(cell) && cell.text !== '')
  return others.length > 0 ? [others, [empty, ...columns]] : [[empty, ...columns]]
}
