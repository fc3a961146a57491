// 自评: computed scores beside those given by hand, reasons asked where they are owed, total and grade explained.
import { Button, Input, Tooltip } from 'antd'
import type { Form } from '../../kernel/form/form.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import { computedText, differs } from '../../kernel/review/words.ts'
import { Derivation, ScoreList } from '../parts/score-list.tsx'
import { useEditorWords } from '../words/editor.ts'
import type { Typing } from './draft.ts'
import { computedCells } from './take-over.ts'

type Props = {
  readonly form: Form
  readonly check: FormCheck
  /** Cells of the form that may be typed into. */
  readonly open: ReadonlySet<string>
  readonly onType: (cells: readonly Typing[]) => void
  readonly onTakeOver: () => void
  readonly onSelect: (path: string) => void
}

export function ScorePanel({ form, check, open, onType, onTakeOver, onSelect }: Props) {
  const words = useEditorWords()
  const cells = computedCells(form, check, open)
  return (
    <div className="score-panel">
      <Tooltip title={cells.length === 0 ? words.nothingToTakeOver : words.takeOverHint}>
        <Button size="small" disabled={cells.length === 0} onClick={onTakeOver}>
          {words.takeOver(cells.length)}
        </Button>
      </Tooltip>
      <Reasons form={form} check={check} open={open} onType={onType} onSelect={onSelect} />
      <ScoreList form={form} check={check} onSelect={onSelect} />
      <details>
        <summary>{words.howTotal}</summary>
        <Derivation steps={check.total.derivation} />
        <Derivation steps={check.grade.derivation} />
      </details>
    </div>
  )
}

type Asked = { readonly index: number; readonly why: readonly string[] }

/** Rows that owe a reason: a score other than the computed one, a target missed or far exceeded. */
export function reasonsAsked(form: Form, check: FormCheck): readonly Asked[] {
  return form.indicators.flatMap((_, index) => {
    const score = check.scores.find(({ path }) => path === `indicators[${index}].score`)
    const owed = check.findings.filter(({ path }) => path === `indicators[${index}].deviation`)
    const why = [
      ...(score && differs(score) ? [`填报 ${score.printed ?? '—'} 分，复算 ${computedText(score)} 分`] : []),
      ...owed.map(({ message }) => message),
    ]
    return why.length > 0 ? [{ index, why }] : []
  })
}

function Reasons({ form, check, open, onType, onSelect }: Omit<Props, 'onTakeOver'>) {
  const words = useEditorWords()
  const asked = reasonsAsked(form, check).filter(({ index }) => open.has(`indicators[${index}].deviation`))
  if (asked.length === 0) return null
  return (
    <section aria-label={words.reasonsAsked}>
      <h3>{words.reasonsAsked}</h3>
      <ul className="plain">
        {asked.map(({ index, why }) => {
          const path = `indicators[${index}].deviation`
          const row = form.indicators[index]
          return (
            <li key={path} className="reason-asked">
              <button type="button" className="link-button" onClick={() => onSelect(path)}>
                {row?.name ?? path}
              </button>
              <p className="note">{why.join('；')}</p>
              <Input.TextArea
                key={row?.deviation ?? ''}
                autoSize={{ minRows: 1, maxRows: 6 }}
                aria-label={words.reasonFor(row?.name ?? '')}
                defaultValue={row?.deviation ?? ''}
                onBlur={({ target }) => onType([{ path, text: target.value }])}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
