// Small forms of one office for the examples of rules that look at several projects.
import type { Form } from '../form/form.ts'
import type { Related } from './related.ts'
import { targetForm, totalFund, withFunds, withIndicators } from './sample.ts'

type Row = Parameters<typeof withIndicators>[1]

/** A project's target form of one market authority; `budget` in 万元. */
export const officeTarget = (name: string, budget: string, ...rows: Row[]): Form => {
  const form = targetForm({
    year: 2024,
    department: null,
    unit: { code: '355101', name: '某市市场监督管理委员会' },
    project: { code: null, name, nature: null, category: null, start: null, end: null, purpose: null },
  })
  return withFunds(rows.length > 0 ? withIndicators(form, ...rows) : form, {
    ...totalFund({ initialBudget: budget }),
    label: '预算数',
  })
}

export const among = (...siblings: Form[]): { readonly related: Related } => ({ related: { siblings } })
