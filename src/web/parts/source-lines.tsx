// The text a form was read from, with the chosen cell marked in its lines.
import { useEffect, useRef } from 'react'
import type { SourceLine } from '../../api/forms.ts'
import type { Source } from '../../kernel/form/form.ts'
import { useFormWords } from '../words/form.ts'
import { type Piece, piecesOf } from './source-place.ts'

type Props = {
  readonly lines: readonly SourceLine[]
  readonly source: Source & { readonly line: number }
  /** Sources of all fields of the form. */
  readonly neighbours: readonly Source[]
}

/** Lines shown around the chosen one. */
const around = 12

export function SourceLines({ lines, source, neighbours }: Props) {
  const words = useFormWords()
  const list = useRef<HTMLOListElement>(null)
  const first = source.line
  const last = source.lineEnd ?? first
  useEffect(() => {
    // Only the list scrolls: scrollIntoView would move the panel around it too.
    const marked = list.current?.querySelector<HTMLElement>(`li[value="${first}"]`)
    if (list.current && marked) list.current.scrollTop = marked.offsetTop - list.current.clientHeight / 3
  }, [first])
  const shown = lines.filter(({ line }) => line >= first - around && line <= last + around)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <ol className="source-lines" aria-label={words.source} ref={list} tabIndex={0}>
      {shown.map(({ line, text }) => {
        const here = line >= first && line <= last
        const pieces = here && first === last ? piecesOf(text, source, neighbours) : null
        return (
          <li key={line} value={line} className={here ? 'source-line source-here' : 'source-line'}>
            <span className="source-number" aria-hidden="true">
              {line}
            </span>
            <span className="source-text">{here ? <Marked pieces={pieces ?? [{ text, here }]} /> : text || ' '}</span>
          </li>
        )
      })}
    </ol>
  )
}

const Marked = ({ pieces }: { pieces: readonly Piece[] }) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line have no other name
  pieces.map(({ text, here }, i) => (here ? <mark key={i}>{text || ' '}</mark> : <span key={i}>{text}</span>))
