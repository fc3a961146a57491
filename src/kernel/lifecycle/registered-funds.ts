// The year's money as the registry of projects has it, in the pre-printed rows of a target: it is not typed twice.
import { decimal, plain, sum } from '../decimal.ts'
import type { Form, Fund } from '../form/form.ts'
import { type FundRow, fundRowsOf, type Layout, spellings } from '../layout/layout.ts'
import { fromYuan } from '../value/units.ts'

/** What a project has of one source (财政拨款, 其他资金) in the year; 元. */
export type RegisteredFund = { readonly source: string; readonly amount: string }

/** Other spellings of the same source; a form that divides it further has no row for it. */
const fiscal = /^(?:当年|本年)?财政(?:拨款|资金)$/

/**
 * The form with the registered amounts of the year in its budget column, in its own unit: the total, and each source
 * that has exactly one row. Nothing changes where nothing is registered.
 */
export function withRegisteredFunds(form: Form, layout: Layout, registered: readonly RegisteredFund[]): Form {
  const { amountUnit } = form
  if (registered.length === 0 || amountUnit === null) return form
  const rows = fundRowsOf(layout)
  const total = plain(sum(registered.flatMap(({ amount }) => decimal(amount) ?? [])))
  const amounts = new Map<string, string>()
  const put = (matching: readonly FundRow[], yuan: string): void => {
    const [row] = matching
    const amount = fromYuan(yuan, amountUnit)
    if (row !== undefined && matching.length === 1 && amount !== null) amounts.set(row.label, amount)
  }
  const annual = rows.filter(({ scope }) => scope === 'annual')
  put(
    annual.filter(({ level }) => level === 0),
    total,
  )
  for (const { source, amount } of registered)
    put(
      annual.filter((row) => row.level > 0 && isOf(row, source)),
      amount,
    )
  const funds = form.funds.map((fund) =>
    fund.scope === 'annual' ? { ...fund, initialBudget: asRegistered(fund, amounts.get(fund.label)) } : fund,
  )
  return { ...form, funds }
}

/** 120.00 stays as it is written where 120 is registered. */
const asRegistered = ({ initialBudget }: Fund, amount: string | undefined): string | null =>
  amount === undefined || decimal(initialBudget)?.eq(amount) ? initialBudget : amount

const isOf = (row: FundRow, source: string): boolean =>
  spellings(row).includes(source) || (fiscal.test(source) && spellings(row).some((label) => fiscal.test(label)))
