// How every number of a form came about, as text for a terminal: rates, scores, total, grade, lights.
import type { CheckedForm } from '../api/forms.ts'
import { fieldWords } from '../kernel/layout/field-words.ts'
import { lightLabel } from '../kernel/review/light.ts'
import { computedText } from '../kernel/review/words.ts'
import type { DerivationStep } from '../kernel/scoring/score.ts'
import { hanging } from './table.ts'

const INDENT = ' '.repeat(6)

/** The profile is the same for all of them and stands at the top. */
const explained = (title: string, steps: readonly DerivationStep[]): readonly string[] =>
  steps.length === 0
    ? []
    : [
        hanging('   ', title),
        ...steps.filter(({ label }) => label !== '口径').map(({ label, text }) => hanging(`${INDENT}${label}：`, text)),
      ]

export function derivationLines({ form, check }: CheckedForm): readonly string[] {
  const { scores, total, grade, lights } = check
  const lines = [
    ...scores.flatMap((score) =>
      explained(
        `${fieldWords(form, score.path)}：填报 ${score.printed ?? '—'}，复算 ${computedText(score)}`,
        score.derivation,
      ),
    ),
    ...explained(`总分：填报 ${total.printed ?? '—'}，复算 ${total.computed ?? '—'}`, total.derivation),
    ...explained(`等级：填报 ${grade.printed ?? '—'}，复算 ${grade.computed ?? '—'}`, grade.derivation),
    ...lights.flatMap(({ light, derivation }) => explained(lightLabel[light], derivation)),
  ]
  return lines.length === 0 ? [] : ['', '   计算过程：', ...lines, '']
}
