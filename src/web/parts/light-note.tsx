// 灯: its colour in words and as a mark, and on demand how it was derived.
import { colorLabel, type Light, lightLabel } from '../../kernel/review/light.ts'
import { useFormWords } from '../words/form.ts'
import { Derivation } from './derivation.tsx'

export function LightNote({ light: { light, color, because, derivation } }: { readonly light: Light }) {
  const words = useFormWords()
  return (
    <details className="light-note">
      <summary>
        <span className={`light light-${color ?? 'none'}`} aria-hidden="true" />
        {lightLabel[light]}：<b>{color === null ? words.unknown : colorLabel[color]}</b>　{because}
      </summary>
      <Derivation steps={derivation} />
    </details>
  )
}
