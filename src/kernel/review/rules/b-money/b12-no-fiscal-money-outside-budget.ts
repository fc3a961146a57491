import { decimal, plain } from '../../../decimal.ts'
import { targetManagement } from '../../basis.ts'
import { fiscalFund } from '../../fund-sources.ts'
import { projectForms } from '../../kinds.ts'
import { amountColumns, columnNames } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { fund, targetForm, totalFund, withFunds } from '../../sample.ts'

const titled = (name: string, fiscal: string | null, other: string) => {
  const form = withFunds(
    targetForm(),
    totalFund({ initialBudget: '50.00' }),
    fund('财政资金', { initialBudget: fiscal }),
    fund('其他资金', { initialBudget: other }),
  )
  return { ...form, project: form.project && { ...form.project, name } }
}

export const noFiscalMoneyOutsideBudget = reviewRule({
  id: 'B12',
  title: '非财政拨款项目的财政资金为零',
  severity: 'error',
  basis: targetManagement,
  fix: '核对资金来源：改列其他资金，或更正项目名称。',
  kinds: projectForms,
  messages: { fiscal: '项目名称注明“非财政拨款”，{label}的{column}却为 {amount}。' },
  *check({ form }, { say }) {
    if (!/非财政(拨款|资金)/.test(form.project?.name ?? '')) return
    for (const [index, row] of form.funds.entries()) {
      if (!fiscalFund.test(row.label)) continue
      for (const column of amountColumns) {
        const amount = decimal(row[column])
        if (!amount || amount.isZero()) continue
        yield say({ path: `funds[${index}].${column}`, observed: plain(amount), expected: '0' }, 'fiscal', {
          label: row.label,
          column: columnNames[column],
          amount: plain(amount),
        })
      }
    }
  },
  examples: () => ({
    passes: [{ form: targetForm() }, { form: titled('专项工作（非财政拨款项目）', null, '50.00'), from: '004' }],
    fails: [[{ form: titled('专项工作（非财政拨款项目）', '50.00', '0.00') }, 'fiscal', 'funds[1].initialBudget']],
  }),
})
