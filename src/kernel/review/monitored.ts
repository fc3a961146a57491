// The rows of a monitoring form with the columns only it has. They are remarks of the row, by the labels of 财预〔2019〕136号.
import type { Actual, Form } from '../form/form.ts'
import { parseActual } from '../value/value.ts'
import { emptyReasons } from './lexicon.ts'
import { type Row, rowsOf, tight } from './rows.ts'

export type Likelihood = 'certain' | 'possible' | 'impossible'

export type MonitoredRow = Row & {
  /** 全年预计完成情况 */
  readonly estimate: Actual
  /** Which of the five causes are ticked or filled in. */
  readonly causes: readonly string[]
  /** 原因说明; '' where it is blank or says nothing. */
  readonly reason: string
  readonly likelihood: Likelihood | null
}

export const causeLabels = ['经费保障', '制度保障', '人员保障', '硬件条件保障', '其他原因'] as const
const likelihoods: readonly (readonly [string, Likelihood])[] = [
  ['确定能', 'certain'],
  ['有可能', 'possible'],
  ['完全不可能', 'impossible'],
]

const NO = /^(否|×|x|X|□|○|[-—–/\\]*)$/
const isTicked = (text: string | undefined): boolean => !NO.test(tight(text))

export const monitoredRows = (form: Form): readonly MonitoredRow[] =>
  rowsOf(form).map((row) => {
    const remarks = row.it.remarks ?? {}
    const reason = tight(row.it.deviation)
    return {
      ...row,
      estimate: parseActual(remarks.全年预计完成情况 ?? null),
      causes: causeLabels.filter((label) => isTicked(remarks[label])),
      reason: emptyReasons.test(reason) ? '' : reason,
      likelihood: likelihoods.find(([label]) => isTicked(remarks[label]))?.[1] ?? null,
    }
  })
