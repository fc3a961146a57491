// Beside the form: what is wrong, what the chosen cell says, scores and reasons, comments, what happened so far.
import { Tabs } from 'antd'
import { memo, Suspense, useMemo, useState } from 'react'
import type { FilingView } from '../../api/filings.ts'
import type { Form } from '../../kernel/form/form.ts'
import { placeOf } from '../../kernel/form/type-in.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import { isScored } from '../../kernel/review/words.ts'
import { Comments } from '../filing/comments.tsx'
import { Steps } from '../filing/steps.tsx'
import { VerbButtons } from '../filing/verb-buttons.tsx'
import { CellPanel } from '../parts/cell-panel.tsx'
import { FindingList } from '../parts/finding-list.tsx'
import { cellFor, type Marks } from '../parts/marks.ts'
import { useEditorWords } from '../words/editor.ts'
import { useEvidenceWords } from '../words/evidence.ts'
import { useWords } from '../words.ts'
import type { BeingTyped } from './being-typed.ts'
import { CellReferences } from './cell-references.tsx'
import type { Typing } from './draft.ts'
import { Beside, EvidencePanel, WhatIf } from './later.ts'
import { ReasonField } from './reason-field.tsx'
import { reasonsAsked } from './reasons-asked.ts'
import type { KeyOfRow } from './rows-moved.ts'
import { ScorePanel } from './score-panel.tsx'
import { type ReasonWriting, reasonPath } from './use-reason-writing.ts'
import { useStable } from './use-stable.ts'

/** What somebody who fills the form in may do from here. */
export type PanelEditing = {
  /** The form as it is on the screen: ahead of the one that was judged. */
  readonly onScreen: Form
  readonly typed: BeingTyped
  readonly open: ReadonlySet<string>
  readonly reasons: ReasonWriting
  /** Into cells of the form on the screen. */
  readonly onType: (cells: readonly Typing[]) => void
  readonly onTakeOver: () => void
}

type Props = {
  readonly filing: FilingView
  readonly form: Form
  readonly check: FormCheck
  readonly marks: Marks
  readonly chosen: string | null
  readonly onChoose: (path: string) => void
  /** What was typed last is saved before anything is done with the filing. */
  readonly beforeAct: () => Promise<KeyOfRow>
  readonly editing: PanelEditing
}

export const EditorPanel = memo(({ filing, form, check, marks, chosen, onChoose, beforeAct, editing }: Props) => {
  const shell = useWords()
  const words = useEditorWords()
  const evidenceWords = useEvidenceWords()
  const [tab, setTab] = useState('findings')
  const goTo = useStable((path: string) => {
    const cell = cellFor(marks, path)
    if (cell !== null) onChoose(cell)
  })
  const select = useStable((path: string) => {
    goTo(path)
    setTab('details')
  })
  const selectFinding = useStable(({ path }: { readonly path: string }) => select(path))
  return (
    <aside className="form-panel" aria-label={shell.results}>
      <VerbButtons filing={filing} beforeAct={beforeAct} onChoose={goTo} />
      <Suspense>
        {chosen !== null && <Beside form={editing.onScreen} filing={filing} path={chosen} typed={editing.typed} />}
      </Suspense>
      {chosen !== null && <OwedReason form={form} check={check} path={chosen} {...editing} />}
      <Tabs
        activeKey={chosen === null && tab === 'details' ? 'findings' : tab}
        onChange={setTab}
        items={[
          {
            key: 'findings',
            label: shell.findings(check.findings.length),
            children: <FindingList findings={check.findings} onSelect={selectFinding} />,
          },
          ...(isScored(check)
            ? [
                {
                  key: 'scores',
                  label: shell.scores,
                  children: <ScorePanel form={form} check={check} {...editing} onSelect={select} />,
                },
              ]
            : []),
          {
            key: 'details',
            label: shell.details,
            disabled: chosen === null,
            children: chosen !== null && <Details {...{ filing, form, check, marks, editing, path: chosen }} />,
          },
          {
            key: 'comments',
            label: `${words.comments} ${filing.comments.length || ''}`,
            children: <Comments filing={filing} chosen={chosen} onChoose={onChoose} />,
          },
          {
            key: 'evidence',
            label: evidenceWords.evidence,
            children: (
              <Suspense>
                <EvidencePanel filing={filing} chosen={chosen} onChoose={onChoose} beforeAct={beforeAct} />
              </Suspense>
            ),
          },
          { key: 'history', label: words.history, children: <Steps filing={filing} /> },
        ]}
      />
    </aside>
  )
})

type OwedProps = PanelEditing & { readonly form: Form; readonly check: FormCheck; readonly path: string }

/** Asked at the row itself as long as nothing is said. */
function OwedReason({ form, check, path, open, onScreen, reasons }: OwedProps) {
  const words = useEditorWords()
  const asked = useMemo(() => reasonsAsked(form, check, open), [form, check, open])
  const cell = cellOfReason(path)
  const own = asked.find(({ index }) => reasonPath(form, index, onScreen) === cell)
  return (
    own &&
    !form.indicators[own.index]?.deviation && (
      <section className="reason-owed" aria-label={words.reasonOwed}>
        <h3>{words.reasonOwed}</h3>
        <ReasonField key={own.id} form={form} asked={own} reasons={reasons} />
      </section>
    )
  )
}

function cellOfReason(path: string): string | null {
  const place = placeOf(path)
  return place?.table === 'indicators' ? `indicators[${place.index}].deviation` : null
}

type DetailProps = Pick<Props, 'filing' | 'form' | 'check' | 'marks' | 'editing'> & { readonly path: string }

function Details({ filing, form, check, marks, path, editing }: DetailProps) {
  const place = placeOf(path)
  const index = place?.table === 'indicators' ? place.index : null
  const row = index === null ? undefined : form.indicators[index]
  const target = `indicators[${index}].target`
  return (
    <>
      <CellPanel form={form} check={check} path={path} marks={marks} lines={[]} file={null} />
      {index !== null && row?.actual && (
        <Suspense>
          <WhatIf key={index} form={form} profile={check.profile} index={index} />
        </Suspense>
      )}
      <CellReferences
        filing={filing}
        path={path}
        name={row?.name ?? null}
        onTake={editing.open.has(target) ? (text) => editing.onType([{ path: target, text }]) : null}
      />
    </>
  )
}
