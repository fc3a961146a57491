// Small monitoring forms for the examples of rules.
import type { Form } from '../form/form.ts'
import type { MonitoringRound, Related } from './related.ts'
import { selfEvaluation, totalFund, withFunds, withIndicators } from './sample.ts'

type Row = Parameters<typeof withIndicators>[1]

/** A monitoring form of a training project; amounts in 万元. */
export const monitoringForm = (budget: string, executed: string, ...rows: Row[]): Form => ({
  ...withIndicators(
    withFunds(selfEvaluation(), totalFund({ initialBudget: budget, executed })),
    ...(rows.length > 0 ? rows : [trained('12(期)')]),
  ),
  kind: 'project-monitoring',
  title: '项目支出绩效目标执行监控表',
  totals: { weight: null, score: null },
  grade: null,
})

/** 举办培训班期数 ≥20(期) with what was reached by July and what the remarks of the row say. */
export const trained = (actual: string, remarks: Readonly<Record<string, string>> = {}, deviation?: string): Row => ({
  actual,
  remarks: { ...remarks },
  ...(deviation === undefined ? {} : { deviation }),
})

export const round = (form: Form, over: Partial<MonitoringRound> = {}): MonitoringRound => ({
  form,
  throughMonth: 7,
  dueOn: '2023-08-31',
  submittedOn: '2023-08-20',
  warnedOn: null,
  settledOn: null,
  adjustmentApplied: false,
  ...over,
})

/** A monitoring form as an example, with its own round. */
export const monitored = (form: Form, over: Partial<MonitoringRound> = {}, related: Related = {}) => ({
  form,
  related: { monitoring: [round(form, over)], ...related },
})
