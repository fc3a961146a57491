// 灯: its colour in words and as a mark, and on demand how it was derived.
import { colorLabel, type Light, lightLabel } from '../../kernel/review/light.ts'
import { Derivation } from './score-list.tsx'

export const LightNote = ({ light: { light, color, because, derivation } }: { readonly light: Light }) => (
  <details className="light-note">
    <summary>
      <span className={`light light-${color ?? 'none'}`} aria-hidden="true" />
      {lightLabel[light]}：<b>{color === null ? '不能判断' : colorLabel[color]}</b>　{because}
    </summary>
    <Derivation steps={derivation} />
  </details>
)
