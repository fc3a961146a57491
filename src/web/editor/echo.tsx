// 识别为: what the letters of a cell are understood as, while they are typed.
import type { Form } from '../../kernel/form/form.ts'
import { printedAt } from '../../kernel/form/path.ts'
import { type EditorWords, useEditorWords } from '../words/editor.ts'
import { type BeingTyped, useBeingTyped } from './being-typed.ts'
import { type Understood, understood } from './understood.ts'

type Props = { readonly form: Form; readonly path: string; readonly typed: BeingTyped }

/** Of the cell as it is typed, else as it stands. */
export function Echo({ form, path, typed }: Props) {
  const words = useEditorWords()
  const text = useBeingTyped(typed, path) ?? printedAt(form, path) ?? ''
  const said = understood(form, path, text)
  return said && <EchoText said={said} words={words} />
}

/** The same right below the field; heard from the panel, so only seen here. */
export const EchoAtCell = (given: Props) => (
  <div className="echo-at-cell" aria-hidden="true">
    <Echo {...given} />
  </div>
)

const EchoText = ({ said, words }: { readonly said: Understood; readonly words: EditorWords }) => (
  <span className={said.as === 'fault' || said.as === 'malformed' ? 'echo-text danger' : 'echo-text'}>
    {textOf(said, words)}
  </span>
)

function textOf(said: Understood, words: EditorWords): string {
  switch (said.as) {
    case 'value':
      return `${words.parsed} ${said.text}${said.rest === null ? '' : words.withWords(said.rest)}`
    case 'values':
      return `${words.parsed} ${said.texts.join('、')}`
    case 'tier':
      return `${words.parsed} ${words.tiers[said.tier]}`
    case 'words':
      return words.asWords
    case 'malformed':
      return words.malformed(said.text)
    case 'fault':
      return said.why
  }
}
