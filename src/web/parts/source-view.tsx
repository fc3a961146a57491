// The text a form was read from, with the lines of the chosen cell marked.
import { Empty } from 'antd'
import { useEffect, useRef } from 'react'
import type { SourceLine } from '../../api/forms.ts'
import type { Source } from '../../kernel/form/form.ts'

type Props = { readonly lines: readonly SourceLine[]; readonly source: Source | undefined }

/** Lines shown around the chosen one. */
const around = 12

export function SourceView({ lines, source }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const first = source?.line
  useEffect(() => {
    // Only the list scrolls: scrollIntoView would move the panel around it too.
    const marked = list.current?.querySelector<HTMLElement>('.source-here')
    if (list.current && marked && first !== undefined)
      list.current.scrollTop = marked.offsetTop - list.current.clientHeight / 3
  }, [first])
  if (first === undefined)
    return <Empty description="选中表中的一格，这里显示它在原文中的位置" image={Empty.PRESENTED_IMAGE_SIMPLE} />
  const last = source?.lineEnd ?? first
  const shown = lines.filter(({ line }) => line >= first - around && line <= last + around)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <ol className="source-lines" aria-label="原文" ref={list} tabIndex={0}>
      {shown.map(({ line, text }) => {
        const here = line >= first && line <= last
        return (
          <li key={line} value={line} className={here ? 'source-line source-here' : 'source-line'}>
            <span className="source-number" aria-hidden="true">
              {line}
            </span>
            <span className="source-text">{here ? <mark>{text || ' '}</mark> : text || ' '}</span>
          </li>
        )
      })}
    </ol>
  )
}
