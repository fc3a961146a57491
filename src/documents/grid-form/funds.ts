// The money table in its three arrangements.
import { blankFund } from '../../kernel/form/blank.ts'
import type { Fund } from '../../kernel/form/form.ts'
import { type Column, type FundRow, type Layout, type Section, sectionOf } from '../../kernel/layout/layout.ts'
import type { Cell, Row } from '../grid.ts'
import { type Headings, matchHeadings } from '../headings.ts'
import { isAnyLabel, isLabel, withoutWithin } from '../labels.ts'
import { isNothing, labelKey, numberText } from '../text.ts'
import { type Draft, noteSource, putHead, takeNumber, takeRemark, takeText } from './draft.ts'
import { type Front, placeOf } from './front.ts'

type Funds = Extract<Section, { kind: 'funds' }>

export function readFunds(front: Front, draft: Draft): void {
  const section = sectionOf(draft.layout, 'funds')
  if (section === undefined) return
  if (section.arrangement === 'table') readTable(front, draft, section)
  else readPairs(front, draft, section)
  if (section.purpose) readPurpose(front, draft, section)
}

const amountFields = ['initialBudget', 'annualBudget', 'executed', 'weight', 'rate', 'score'] as const
type AmountField = (typeof amountFields)[number]
const isAmountField = (at: string): at is AmountField => (amountFields as readonly string[]).includes(at)

function addFund(
  draft: Draft,
  row: FundRow,
  label: Cell,
  values: readonly (readonly [Column, Cell | undefined])[],
): void {
  const path = `funds[${draft.form.funds.length}]`
  const fund: Fund = blankFund(row.label, row.level, row.scope)
  fund.label = labelKey(label.text) === '' ? row.label : printedLabel(label, row)
  noteSource(draft, `${path}.label`, [label])
  for (const [column, cell] of values)
    if (isAmountField(column.at)) fund[column.at] = takeNumber(draft, `${path}.${column.at}`, cell)
    else takeRemark(draft, fund, path, column.at, cell)
  draft.form.funds.push(fund)
}

/** The label as printed, without 其中：; the layout's spelling where only blanks differ. */
function printedLabel(cell: Cell, row: FundRow): string {
  const key = withoutWithin(labelKey(cell.text))
  return key === labelKey(row.label) ? row.label : key
}

function readTable(front: Front, draft: Draft, section: Funds): void {
  const at = front.rows.findIndex((row) => matchHeadings(row, draft.layout, 'funds') !== null)
  const headings: Headings =
    matchHeadings(front.rows[at] ?? [], draft.layout, 'funds') ??
    section.columns.map((column, index) => ({ column, index: index + 2 }))
  const left = [...section.rows]
  const begins = at >= 0 ? at : (front.cells[placeOf(front, blockLabel(section)) ?? -1]?.row ?? front.rows.length)
  let open = true
  for (const [i, row] of front.rows.entries()) {
    if (i <= at) continue
    const own = labelIn(row, left)
    const found =
      own ??
      (open && i >= begins ? strangerIn(row, at < 0 ? row.length : (headings[0]?.index ?? 0), headings, draft) : null)
    // A part of its own begins: what follows is no money.
    if (i > begins && found === null && row.some((cell) => isAnyLabel(labelKey(cell.text), draft.layout))) open = false
    if (found === null) continue
    if (own !== null) left.splice(left.indexOf(own.row), 1)
    addFund(
      draft,
      found.row,
      row[found.index] ?? { text: '', source: { text: '' } },
      valuesBeside(row, found.index, headings),
    )
  }
}

type Found = { readonly row: FundRow; readonly index: number }

/** The label beside the whole table: 项目资金 before its unit. */
const blockLabel = ({ label }: Funds) => ({ label: label.replace(/\s*[（(]\{unit\}[）)]/, '') })

function labelIn(row: Row, rows: readonly FundRow[]): Found | null {
  for (let index = 0; index < row.length; index++) {
    const key = withoutWithin(labelKey(row[index]?.text ?? ''))
    const found = rows.find((candidate) => isLabel(key, candidate))
    if (found) return { row: found, index }
  }
  return null
}

/** A source of money the layout does not print: a name before the columns, and amounts under them. */
function strangerIn(row: Row, first: number, headings: Headings, { layout }: Draft): Found | null {
  const index = row.findIndex((cell, i) => i < first && isName(cell, layout))
  const name = row[index]
  if (name === undefined) return null
  const amounts = valuesBeside(row, index, headings).flatMap(([{ at }, cell]) =>
    isAmountField(at) && cell !== undefined && !isNothing(cell.text) ? [numberText(cell.text)] : [],
  )
  if (amounts.length === 0 || amounts.includes(null)) return null
  return { row: { label: withoutWithin(labelKey(name.text)), scope: 'annual', level: 1 }, index }
}

const isName = ({ text }: Cell, layout: Layout): boolean => {
  const key = labelKey(text)
  // 合计 is the sum of the money here, whatever it is below the indicators; 财政拨款 may stand there for several years.
  const names = [sectionOf(layout, 'totals') ?? [], sectionOf(layout, 'funds')?.rows ?? []].flat()
  if (names.some((name) => isLabel(withoutWithin(key), name))) return true
  return key.length >= 2 && key.length <= 30 && /\p{Script=Han}/u.test(key) && !isAnyLabel(withoutWithin(key), layout)
}

/**
 * The cells after the label, one a heading. Rows are printed shifted against the headings, so among the possible
 * places the one wins that takes up the most printed values; then the headings' own place; then the first.
 */
function valuesBeside(row: Row, label: number, headings: Headings): readonly (readonly [Column, Cell | undefined])[] {
  const first = headings[0]?.index ?? 0
  const offsets = headings.map(({ index }) => index - first)
  let best = { start: label + 1, points: -1 }
  for (let start = label + 1; start < row.length; start++) {
    const filled = offsets.filter((offset) => (row[start + offset]?.text ?? '').trim() !== '').length
    const points = filled * 2 + (start === first ? 1 : 0)
    if (points > best.points) best = { start, points }
  }
  return headings.map(({ column }, i) => [column, row[best.start + (offsets[i] ?? 0)]] as const)
}

/** Label–amount pairs on one row: project rows stand left of annual ones. */
function readPairs(front: Front, draft: Draft, section: Funds): void {
  const column = section.columns[0]
  const from = placeOf(front, blockLabel(section)) ?? 0
  const end = goalsPlace(front) ?? front.cells.length
  if (column === undefined) return
  const open = [...section.rows]
  const found = new Map<FundRow, number>()
  let project: number | null = null
  for (let place = from; place < end; place++) {
    const here = front.cells[place]
    if (here === undefined) break
    const fitting = open.filter((row) => isLabel(withoutWithin(here.key), row))
    const row =
      (fitting.length < 2 ? fitting[0] : bySide(fitting, here.column, project, front.rows[here.row] ?? [])) ??
      strangerAt(front, place, project)
    if (row === undefined) continue
    if (open.includes(row)) open.splice(open.indexOf(row), 1)
    if (row.scope === 'project') project ??= here.column
    found.set(row, place)
  }
  const strangers = [...found.keys()].filter((row) => !section.rows.includes(row))
  for (const row of [...section.rows, ...strangers]) {
    const place = found.get(row)
    const label = place === undefined ? undefined : front.cells[place]
    if (place !== undefined && label !== undefined)
      addFund(draft, row, label.cell, [[column, amountBeside(front, place)]])
  }
}

/** A name with an amount beside it that the layout does not print; on the left side it is money of the whole project. */
function strangerAt(front: Front, place: number, project: number | null): FundRow | undefined {
  const here = front.cells[place]
  const amount = amountBeside(front, place)
  if (here === undefined || amount === undefined || numberText(amount.text) === null) return undefined
  if (!isName(here.cell, front.layout)) return undefined
  const left = project !== null && Math.abs(here.column - project) <= 1
  return { label: withoutWithin(here.key), scope: left ? 'project' : 'annual', level: 1 }
}

/** A label both sides have: the left one where it stands in the left side's column. */
function bySide(rows: readonly FundRow[], column: number, project: number | null, line: Row): FundRow | undefined {
  const key = withoutWithin(labelKey(line[column]?.text ?? ''))
  const again = line.slice(column + 1).some((cell) => withoutWithin(labelKey(cell.text)) === key)
  const left = again || (project !== null && Math.abs(column - project) <= 1)
  return rows.find((row) => (row.scope === 'project') === left) ?? rows[0]
}

function amountBeside(front: Front, place: number): Cell | undefined {
  const label = front.cells[place]
  for (let i = place + 1; i < front.cells.length; i++) {
    const next = front.cells[i]
    if (next === undefined || next.row !== label?.row || isAnyLabel(next.key, front.layout)) return undefined
    if (next.key === '') continue
    return isNothing(next.cell.text) || numberText(next.cell.text) !== null ? next.cell : undefined
  }
  return undefined
}

const goalsPlace = (front: Front): number | undefined => {
  const goals = sectionOf(front.layout, 'goals')
  return goals ? placeOf(front, { label: goals.label }) : undefined
}

/** What is printed inside the money block and is neither label nor amount, up to the goals. */
function readPurpose(front: Front, draft: Draft, section: Funds): void {
  const field = section.purpose
  const from = placeOf(front, { label: section.label })
  const end = goalsPlace(front) ?? front.cells.length
  if (field === undefined || from === undefined) return
  const text = front.cells
    .slice(from + 1, end)
    .filter(
      ({ key, cell }) =>
        key !== '' &&
        !isAnyLabel(key, front.layout) &&
        numberText(cell.text) === null &&
        !isNothing(cell.text) &&
        !draft.form.funds.some(({ label }) => label === withoutWithin(key)),
    )
    .map(({ cell }) => cell)
  putHead(draft.form, field.at, takeText(draft, field.at, text))
}
