import { type GetRef, Input } from 'antd'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Form } from '../../kernel/form/form.ts'
import { useEditorWords } from '../words/editor.ts'
import type { Asked } from './reasons-asked.ts'
import type { ReasonWriting } from './use-reason-writing.ts'
import { useStable } from './use-stable.ts'

type Props = {
  /** The form the reason is asked of. */
  readonly form: Form
  readonly asked: Asked
  readonly reasons: ReasonWriting
}

/** 偏差原因: what asks for it, and where it is written. Its key is that of the row: the field goes with it. */
export function ReasonField({ form, asked: { index, why }, reasons }: Props) {
  const words = useEditorWords()
  /** What is being written; null = nothing, and the form says what stands there. */
  const [half, setHalf] = useState(() => reasons.halfOf(form, index))
  const field = useRef<GetRef<typeof Input.TextArea>>(null)
  const wasHalf = useRef(half !== null)
  useLayoutEffect(() => {
    if (wasHalf.current) field.current?.focus({ cursor: 'end' }) // drawn anew below the writing hand
  }, [])
  const leave = useStable(() => reasons.left(form, index))
  useEffect(() => leave, [leave])
  return (
    <>
      <p className="note">{why.join('；')}</p>
      <Input.TextArea
        ref={field}
        autoSize={{ minRows: 1, maxRows: 6 }}
        aria-label={words.reasonFor(form.indicators[index]?.name ?? '')}
        value={half ?? reasons.textOf(form, index)}
        onChange={({ target: { value } }) => {
          setHalf(value)
          reasons.write(form, index, value)
        }}
        onBlur={() => {
          setHalf(null)
          reasons.done()
        }}
      />
    </>
  )
}
