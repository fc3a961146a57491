// 自评: computed scores beside those given by hand, reasons asked where they are owed, total and grade explained.
import { Button, Tooltip } from 'antd'
import type { Form } from '../../kernel/form/form.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import { ScoreList } from '../parts/score-list.tsx'
import { useEditorWords } from '../words/editor.ts'
import { ReasonField } from './reason-field.tsx'
import { reasonsAsked } from './reasons-asked.ts'
import { computedCells } from './take-over.ts'
import type { ReasonWriting } from './use-reason-writing.ts'

type Props = {
  readonly form: Form
  readonly check: FormCheck
  /** Cells of the form that may be typed into. */
  readonly open: ReadonlySet<string>
  readonly reasons: ReasonWriting
  readonly onTakeOver: () => void
  readonly onSelect: (path: string) => void
}

export function ScorePanel({ form, check, open, reasons, onTakeOver, onSelect }: Props) {
  const words = useEditorWords()
  const cells = computedCells(form, check, open)
  return (
    <div className="score-panel">
      <Tooltip title={cells.length === 0 ? words.nothingToTakeOver : words.takeOverHint}>
        <Button size="small" disabled={cells.length === 0} onClick={onTakeOver}>
          {words.takeOver(cells.length)}
        </Button>
      </Tooltip>
      <Reasons form={form} check={check} open={open} reasons={reasons} onSelect={onSelect} />
      <ScoreList form={form} check={check} onSelect={onSelect} />
    </div>
  )
}

function Reasons({ form, check, open, reasons, onSelect }: Omit<Props, 'onTakeOver'>) {
  const words = useEditorWords()
  const asked = reasonsAsked(form, check, open)
  if (asked.length === 0) return null
  return (
    <section aria-label={words.reasonsAsked}>
      <h3>{words.reasonsAsked}</h3>
      <ul className="plain">
        {asked.map((one) => (
          <li key={one.id} className="reason-asked">
            <button
              type="button"
              className="link-button"
              onClick={() => onSelect(`indicators[${one.index}].deviation`)}
            >
              {form.indicators[one.index]?.name ?? `第${one.index + 1}行`}
            </button>
            <ReasonField form={form} asked={one} reasons={reasons} />
          </li>
        ))}
      </ul>
    </section>
  )
}
