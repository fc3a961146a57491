import { type Decimal, decimal, plain, sum } from '../../../decimal.ts'
import type { Form } from '../../../form/form.ts'
import { targetManagement } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import {
  type AmountColumn,
  addition,
  amountColumns,
  columnNames,
  partsOf,
  path,
  type Row,
  roundedBy,
  totals,
} from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { fund, selfEvaluation, targetForm, totalFund, withFunds } from '../../sample.ts'

/** What printing each amount with few decimals may have taken from the sum. Amounts of one part only are the same number. */
function roundingOf(form: Form, total: Row, parts: readonly Row[], column: AmountColumn): Decimal {
  const amounts = parts.flatMap(({ fund }) => fund[column] ?? []).filter((amount) => !decimal(amount)?.isZero())
  if (amounts.length < 2) return sum([])
  return sum([total.fund[column] ?? '', ...amounts].flatMap((amount) => roundedBy(form, amount) ?? []))
}

const executed = (total: string, ...parts: readonly [string, string][]) =>
  withFunds(
    selfEvaluation(),
    ...parts.map(([label, amount]) => fund(label, { executed: amount })),
    totalFund({ executed: total }),
  )

export const totalEqualsParts = reviewRule({
  id: 'B01',
  title: '资金合计等于各分项之和',
  severity: 'error',
  basis: targetManagement,
  fix: '核对各分项与合计，更正填错的一项。',
  kinds: everyKind,
  messages: {
    differs: '{label}的{column} {total} 不等于各分项之和 {sum}，相差 {difference}。',
    copied: '{label}的{column} {total} 不等于各分项之和 {sum}，相差 {difference}；该数与合计的{other}相同，疑为误抄。',
  },
  *check({ form }, { say, unable }) {
    if (totals(form).length === 0) yield unable('没有资金合计行，无法核对分项')
    for (const total of totals(form)) {
      const parts = partsOf(form, total)
      for (const column of amountColumns) {
        const printed = decimal(total.fund[column])
        const amounts = parts.map(({ fund }) => decimal(fund[column])).filter((x) => x !== null)
        if (printed === null || amounts.length === 0) continue
        const added = sum(amounts)
        const difference = printed.minus(added)
        if (difference.isZero() || difference.abs().lte(roundingOf(form, total, parts, column))) continue
        // Parts that are left blank, or a table that names one part only, may hold the rest.
        if (difference.isPositive() && amounts.length < Math.max(parts.length, 2)) {
          yield unable(`${total.fund.label}的${columnNames[column]}有分项未填，无法核对合计`)
          continue
        }
        const other = amountColumns.find((c) => c !== column && decimal(total.fund[c])?.eq(printed))
        const where = {
          path: path(total, column),
          observed: plain(printed),
          expected: plain(added),
          arithmetic: `${addition(amounts)} ≠ ${plain(printed)}`,
        }
        const data = {
          label: total.fund.label,
          column: columnNames[column],
          total: plain(printed),
          sum: plain(added),
          difference: plain(difference.abs()),
        }
        if (other) yield say(where, 'copied', { ...data, other: columnNames[other] })
        else yield say(where, 'differs', data)
      }
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: targetForm() },
      { form: executed('100.01', ['当年财政拨款', '33.34'], ['其他资金', '66.67']) },
      { form: executed('100.01', ['当年财政拨款', '33.34'], ['其他资金', '66.66']) },
    ],
    fails: [
      [{ form: executed('100.03', ['当年财政拨款', '33.34'], ['其他资金', '66.66']) }, 'differs', 'funds[2].executed'],
      [{ form: executed('60.00', ['当年财政拨款', '60.01'], ['其他资金', '0.00']) }, 'differs', 'funds[2].executed'],
      [
        {
          from: '003',
          form: withFunds(
            selfEvaluation(),
            fund('财政拨款', { annualBudget: '11789.83', executed: '11789.83' }),
            fund('其他资金', { annualBudget: '91.71', executed: '74.52' }),
            totalFund({ annualBudget: '11881.54', executed: '11881.54' }),
          ),
        },
        'copied',
        'funds[2].executed',
      ],
    ],
    unable: [
      { form: withFunds(selfEvaluation()) },
      {
        form: withFunds(
          targetForm(),
          totalFund({ initialBudget: '50.00' }),
          fund('财政资金', { initialBudget: '45.00' }),
        ),
      },
    ],
  }),
})
