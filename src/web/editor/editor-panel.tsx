// Beside the form being edited: what is wrong, what the chosen cell says, the comments, what happened so far.
import { Tabs } from 'antd'
import { useState } from 'react'
import type { FilingView } from '../../api/filings.ts'
import type { Form } from '../../kernel/form/form.ts'
import { placeOf } from '../../kernel/form/type-in.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import { formatTarget, PLAIN } from '../../kernel/value/value.ts'
import { Comments } from '../filing/comments.tsx'
import { Steps } from '../filing/steps.tsx'
import { VerbButtons } from '../filing/verb-buttons.tsx'
import { CellPanel } from '../parts/cell-panel.tsx'
import { FindingList } from '../parts/finding-list.tsx'
import type { Marks } from '../parts/marks.ts'
import { useEditorWords } from '../words/editor.ts'
import { useWords } from '../words.ts'

type Props = {
  readonly filing: FilingView
  readonly form: Form
  readonly check: FormCheck
  readonly marks: Marks
  readonly chosen: string | null
  readonly onChoose: (path: string) => void
  /** What was typed last is saved before anything is done with the filing. */
  readonly beforeAct: () => Promise<void>
}

export function EditorPanel({ filing, form, check, marks, chosen, onChoose, beforeAct }: Props) {
  const shell = useWords()
  const words = useEditorWords()
  const [tab, setTab] = useState('findings')
  return (
    <aside className="form-panel" aria-label={shell.results}>
      <VerbButtons filing={filing} beforeAct={beforeAct} />
      {chosen !== null && <Echo form={form} filing={filing} path={chosen} />}
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'findings',
            label: shell.findings(check.findings.length),
            children: (
              <FindingList
                findings={check.findings}
                onSelect={({ path }) => {
                  const cell = marks.cellOf(path)
                  if (cell !== null) onChoose(cell)
                  setTab('details')
                }}
              />
            ),
          },
          {
            key: 'details',
            label: shell.details,
            disabled: chosen === null,
            children: chosen !== null && (
              <CellPanel form={form} check={check} path={chosen} marks={marks} lines={[]} file={null} />
            ),
          },
          {
            key: 'comments',
            label: `${words.comments} ${filing.comments.length || ''}`,
            children: <Comments filing={filing} chosen={chosen} onChoose={onChoose} />,
          },
          { key: 'history', label: words.history, children: <Steps filing={filing} /> },
        ]}
      />
    </aside>
  )
}

/** What the chosen cell is understood as, and what was approved for it. */
function Echo({ form, filing, path }: { readonly form: Form; readonly filing: FilingView; readonly path: string }) {
  const words = useEditorWords()
  const place = placeOf(path)
  const row = place?.table === 'indicators' ? form.indicators[place.index] : undefined
  const approved = filing.basis?.targets.find(({ name }) => name === row?.name)
  if (!row) return null
  return (
    <p className="echo">
      {row.name && <strong>{row.name}</strong>}
      {row.target.kind !== 'blank' && row.target.kind !== 'qualitative' && (
        <span>
          {words.parsed} <code>{formatTarget(row.target, PLAIN)}</code>
        </span>
      )}
      {approved && (
        <span>
          {words.baseTarget} {approved.initial ?? '—'}，{words.adjustedTarget} {approved.adjusted ?? '—'}
        </span>
      )}
    </p>
  )
}
