// How every number of a form came about, as text for a terminal: rates, scores, total, grade, lights.
import type { CheckedForm } from '../api/forms.ts'
import { gradeTold, lightTold, scoreTold, type Told, totalTold } from '../kernel/review/explain.ts'
import { hanging } from './table.ts'

const INDENT = ' '.repeat(6)

const lines = ({ title, steps }: Told): readonly string[] =>
  steps.length === 0
    ? []
    : [hanging('   ', title), ...steps.map(({ label, text }) => hanging(`${INDENT}${label}：`, text))]

export function derivationLines({ form, check }: CheckedForm): readonly string[] {
  const { scores, total, grade, lights } = check
  const told = [
    ...scores.map((score) => scoreTold(form, score)),
    totalTold(total),
    gradeTold(grade),
    ...lights.map(lightTold),
  ]
  const all = told.flatMap(lines)
  return all.length === 0 ? [] : ['', '   计算过程：', ...all, '']
}
