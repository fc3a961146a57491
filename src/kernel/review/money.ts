// The money table as rules see it: totals with their parts, budgets, columns, exact sums of 元.
import { type Decimal, decimal, plain, sum } from '../decimal.ts'
import type { Form, Fund } from '../form/form.ts'
import { toYuan } from '../value/units.ts'

export type Row = { readonly index: number; readonly fund: Fund }
export type AmountColumn = 'initialBudget' | 'annualBudget' | 'executed'

export const columnNames: Readonly<Record<AmountColumn, string>> = {
  initialBudget: '年初预算数',
  annualBudget: '全年预算数',
  executed: '全年执行数',
}
export const amountColumns: readonly AmountColumn[] = ['initialBudget', 'annualBudget', 'executed']

const rows = (form: Form): Row[] => form.funds.map((fund, index) => ({ index, fund }))

/** Total rows, wherever they stand. */
export const totals = (form: Form): Row[] => rows(form).filter(({ fund }) => fund.level === 0)

/** The one total of the year's money; undefined where the form has none or several. */
export function annualTotal(form: Form): Row | undefined {
  const found = totals(form).filter(({ fund }) => fund.scope === 'annual')
  return found.length === 1 ? found[0] : undefined
}

/** Parts of a total: the rows one level below it of the same scope. None where the scope has several totals. */
export function partsOf(form: Form, total: Row): Row[] {
  const alike = rows(form).filter(({ fund }) => fund.scope === total.fund.scope)
  if (alike.filter(({ fund }) => fund.level === 0).length !== 1) return []
  return alike.filter(({ fund }) => fund.level === 1)
}

export const path = ({ index }: Row, column: keyof Fund): string => `funds[${index}].${column}`

/** An amount of the money table in 元; null where it is absent or the form prints no unit. */
export const inYuan = (form: Form, amount: string | null): Decimal | null => decimal(toYuan(amount, form.amountUnit))

/** 元 in the form's own unit, for messages: "13.66万元". */
export function money(form: Form, yuan: Decimal): string {
  const unit = form.amountUnit ?? '元'
  return `${plain(unit === '万元' ? yuan.div(10000) : yuan)}${unit}`
}

/** "74.52 + 11789.83 = 11864.35" */
export const addition = (amounts: readonly Decimal[]): string =>
  `${amounts.map((x) => (x.isNegative() ? `（${plain(x)}）` : plain(x))).join(' + ')} = ${plain(sum(amounts))}`

/** Half of the last printed place: what a printed amount may have been rounded by. Amounts in 元 with 分 are exact. */
export function roundedBy(form: Form, amount: string): Decimal | null {
  const exact = decimal(amount)
  if (exact === null) return null
  const places = amount.split('.')[1]?.length ?? 0
  if (form.amountUnit === '元' && places >= 2) return exact.times(0)
  return exact.times(0).plus(0.5).times(`1e-${places}`)
}
