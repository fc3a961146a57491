import type { DerivationStep } from '../../kernel/scoring/score.ts'
import { useFormWords } from '../words/form.ts'
import { Fact } from './finding-list.tsx'

/** The derivation: 口径, 输入, 公式, 舍入, 依据. */
export function Derivation({ steps }: { steps: readonly DerivationStep[] }) {
  const words = useFormWords()
  return (
    <dl className="facts derivation" aria-label={words.derivation}>
      {steps.map((step) => (
        <Fact key={`${step.label} ${step.text}`} label={step.label} value={step.text} />
      ))}
    </dl>
  )
}
