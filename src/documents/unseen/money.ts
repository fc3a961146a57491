// The money of a form nobody described: a table with headings, or labels with an amount beside each.
import { type Column, type FundRow, type Layout, type Section, sectionOf } from '../../kernel/layout/layout.ts'
import type { Row } from '../grid.ts'
import { isLabel, withoutWithin } from '../labels.ts'
import { isNothing, labelKey, numberText, tidy, withoutBrackets } from '../text.ts'
import { remarkKey } from './columns.ts'
import { fundColumns, isFundRow, isTotal, meaningIn, ofWholeProject } from './words.ts'

export type OwnMoney = {
  readonly section: Extract<Section, { kind: 'funds' }>
  /** How sure each column is, by its field. */
  readonly certainty: ReadonlyMap<string, number>
  /** First and last row of the block, the headings included. */
  readonly from: number
  readonly to: number
}

const AMOUNTS = ['initialBudget', 'annualBudget', 'executed']

export function ownMoney(rows: readonly Row[], nearest: Layout): OwnMoney | null {
  const at = rows.findIndex(
    (row) => headingsIn(row, nearest).filter(({ at }) => !at.startsWith('remarks.')).length >= 2,
  )
  return at < 0 ? besideLabels(rows) : belowHeadings(rows, at, nearest)
}

type Named = { readonly label: string; readonly at: string; readonly certainty: number }

/** The money columns a row names; none where no amount is among them. */
function headingsIn(row: Row, nearest: Layout): readonly Named[] {
  const found: Named[] = []
  row.forEach((cell) => {
    const key = labelKey(cell.text)
    const own = sectionOf(nearest, 'funds')?.columns.find((column) => column.label !== '' && isLabel(key, column))
    const meaning = own === undefined ? meaningIn(fundColumns, key) : { at: own.at, certainty: 1 }
    if (meaning === null || numberText(cell.text) !== null) return
    const again = meaning.at === 'other' || found.some(({ at }) => at === meaning.at)
    // What stands left of the amounts heads the labels.
    if (again && !found.some(({ at }) => AMOUNTS.includes(at))) return
    found.push({
      label: cell.text,
      at: again ? `remarks.${remarkKey(cell.text)}` : meaning.at,
      certainty: meaning.certainty,
    })
  })
  return found.some(({ at }) => AMOUNTS.includes(at)) ? found : []
}

function belowHeadings(rows: readonly Row[], at: number, nearest: Layout): OwnMoney {
  const columns = headingsIn(rows[at] ?? [], nearest)
  const funds: FundRow[] = []
  let to = at
  for (let r = at + 1; r < rows.length; r++) {
    const label = rowLabel(rows[r] ?? [])
    if (label === null) {
      if ((rows[r] ?? []).every((cell) => labelKey(cell.text) === '') && r - to < 3) continue
      break
    }
    if (!funds.some((fund) => fund.label === printedLabel(label))) funds.push(fundRow(label, funds.length === 0))
    to = r
  }
  return {
    section: { ...block(rows, at), arrangement: 'table', columns: columns.map(columnOf), rows: funds },
    certainty: new Map(columns.map(({ at, certainty }) => [at, certainty])),
    from: at,
    to,
  }
}

const columnOf = ({ label, at }: Named): Column => ({
  label,
  at,
  format: at === 'rate' ? 'rate' : AMOUNTS.includes(at) ? 'amount' : at.startsWith('remarks.') ? 'text' : 'points',
  width: 10,
})

const isAmount = (text: string): boolean => numberText(text) !== null || isNothing(text)

/** The text before the first amount of a row; null where the row is none of money. */
function rowLabel(row: Row): string | null {
  const filled = row.filter((cell) => labelKey(cell.text) !== '')
  const first = filled.findIndex((cell) => isAmount(cell.text))
  const before = first < 0 ? filled : filled.slice(0, first)
  const label = before.at(-1)
  if (label === undefined || label.text.length > 40) return null
  const key = withoutWithin(labelKey(label.text))
  if (first < 0) return isFundRow(withoutBrackets(key)) && filled.length <= 2 && !/目标/.test(key) ? label.text : null
  return before.length <= 2 ? label.text : null
}

const printedLabel = (text: string): string =>
  tidy(text)
    .replace(/\s+/g, '')
    .replace(/^其中[：:]?/, '')
    .replace(/[：:]$/, '')

function fundRow(text: string, first: boolean): FundRow {
  const label = printedLabel(text)
  const key = withoutBrackets(labelKey(label))
  const total = isTotal(key) && (first || /总额|合计|总计/.test(key))
  return { label, scope: ofWholeProject(key) ? 'project' : 'annual', level: total ? 0 : 1 }
}

/** The label beside the block: 项目资金（万元）. */
function block(rows: readonly Row[], at: number): { readonly kind: 'funds'; readonly label: string } {
  const label = (rows[at] ?? []).find(
    (cell) => /资金|预算|经费/.test(cell.text) && meaningIn(fundColumns, labelKey(cell.text)) === null,
  )
  return { kind: 'funds', label: label?.text ?? '项目资金' }
}

/** 年度资金总额 100.00 …: labels of money with their amount beside them, left those of the whole project. */
function besideLabels(rows: readonly Row[]): OwnMoney | null {
  const funds: FundRow[] = []
  let from = rows.length
  let to = -1
  let projectColumn: number | null = null
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      const key = withoutWithin(withoutBrackets(labelKey(cell.text)))
      if (key === '' || !isFundRow(key) || !amountFollows(row, c)) return
      const own = fundRow(cell.text, funds.length === 0)
      const project = own.scope === 'project' || (projectColumn === c && !own.label.startsWith('年度'))
      if (own.scope === 'project' && own.level === 0) projectColumn = c
      const fund: FundRow = { ...own, scope: project ? 'project' : 'annual' }
      if (funds.some(({ label, scope }) => label === fund.label && scope === fund.scope)) return
      funds.push(fund)
      from = Math.min(from, r)
      to = r
    })
  })
  if (funds.length === 0) return null
  const column: Column = { label: '', at: 'initialBudget', format: 'amount', width: 100 }
  return {
    section: { kind: 'funds', label: '项目资金', arrangement: 'side-by-side', columns: [column], rows: funds },
    certainty: new Map([['initialBudget', 0.9]]),
    from,
    to,
  }
}

function amountFollows(row: Row, at: number): boolean {
  const next = row.slice(at + 1).find((cell) => labelKey(cell.text) !== '')
  if (next !== undefined) return isAmount(next.text)
  // A row whose amount was left empty: only what can be nothing but money.
  const key = labelKey(row[at]?.text ?? '')
  return at > 0 && /(?:资金|拨款|结转|总额)$/.test(key) && row.slice(0, at).every((cell) => labelKey(cell.text) === '')
}
