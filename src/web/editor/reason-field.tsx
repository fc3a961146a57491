import { Input } from 'antd'
import type { Form } from '../../kernel/form/form.ts'
import { useEditorWords } from '../words/editor.ts'
import type { Typing } from './draft.ts'
import type { Asked } from './reasons-asked.ts'

type Props = {
  readonly form: Form
  readonly asked: Asked
  readonly onType: (cells: readonly Typing[]) => void
}

/** 偏差原因: what asks for it, and where it is written. */
export function ReasonField({ form, asked: { index, why }, onType }: Props) {
  const words = useEditorWords()
  const { name, deviation = null } = form.indicators[index] ?? { name: null }
  return (
    <>
      <p className="note">{why.join('；')}</p>
      <Input.TextArea
        key={`${index} ${deviation ?? ''}`}
        autoSize={{ minRows: 1, maxRows: 6 }}
        aria-label={words.reasonFor(name ?? '')}
        defaultValue={deviation ?? ''}
        onBlur={({ target }) => onType([{ path: `indicators[${index}].deviation`, text: target.value }])}
      />
    </>
  )
}
