import type { Checked } from '../../kernel/evidence/checklist.ts'
import { useEvidenceWords } from '../words/evidence.ts'

type Props = {
  readonly list: readonly Checked[]
  readonly nameOf: (path: string) => string
  readonly onChoose: (path: string) => void
}

/** What the task asks to be proved, and what is still owed. */
export function Checklist({ list, nameOf, onChoose }: Props) {
  const words = useEvidenceWords()
  return (
    <section aria-label={words.checklist}>
      <h3>{words.checklist}</h3>
      <ul className="plain evidence-checklist">
        {list.map((item) => (
          <li key={item.kind}>
            <span>
              {words.item(item.kind, item.title)}
              {item.required && <span className="tag">{words.required}</span>}
            </span>
            <span className={item.missing.length > 0 ? 'danger' : 'note'}>{stateOf(item, words)}</span>
            {item.missing.length > 0 && item.per === 'indicator' && (
              <details>
                <summary>{words.missingRows(item.missing.length)}</summary>
                <ul className="plain">
                  {item.missing.map((path) => (
                    <li key={path}>
                      <button type="button" className="link-button" onClick={() => onChoose(`${path}.name`)}>
                        {nameOf(path)}
                      </button>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateOf({ missing, given, required, per }: Checked, words: ReturnType<typeof useEvidenceWords>): string {
  if (missing.length > 0 && per === 'form') return words.missingForm
  if (missing.length > 0 || !required) return given > 0 ? words.given(given) : ''
  return `${words.complete}，${words.given(given)}`
}
