// Beside a form under review: what can be done, what is wrong, what changed, what others said.
import { Tabs } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { FilingView } from '../../api/filings.ts'
import { setsTargets } from '../../kernel/lifecycle/state.ts'
import { isScored } from '../../kernel/review/words.ts'
import { CellPanel } from '../parts/cell-panel.tsx'
import { FindingList } from '../parts/finding-list.tsx'
import { cellFor, type Marks } from '../parts/marks.ts'
import { ScoreList } from '../parts/score-list.tsx'
import { useEditorWords } from '../words/editor.ts'
import { useEvidenceWords } from '../words/evidence.ts'
import { useReviewWords } from '../words/review.ts'
import { useWords } from '../words.ts'
import { Comments } from './comments.tsx'
import { DifferenceList, type Differences } from './differences.tsx'
import { FourAspectSheet } from './four-aspect-sheet.tsx'
import { RefusedNote } from './refused-note.tsx'
import { SendBack } from './send-back.tsx'
import { Steps } from './steps.tsx'
import { useActing } from './use-acting.ts'
import { VerbButtons } from './verb-buttons.tsx'

const EvidencePanel = lazy(async () => ({ default: (await import('../evidence/evidence-panel.tsx')).EvidencePanel }))

type Props = {
  readonly filing: FilingView
  readonly marks: Marks
  readonly differences: Differences
  readonly chosen: string | null
  readonly onChoose: (path: string) => void
  /** Cells marked as failing; null = nothing is being sent back. */
  readonly failing: ReadonlySet<string> | null
  readonly onFailing: (paths: readonly string[] | null) => void
}

export function ReviewPanel({ filing, marks, differences, chosen, onChoose, failing, onFailing }: Props) {
  const shell = useWords()
  const words = useEditorWords()
  const own = useReviewWords()
  const evidenceWords = useEvidenceWords()
  const acting = useActing()
  const [tab, setTab] = useState('findings')
  const { form, check } = filing
  const open = filing.comments.filter(({ resolvedAt, answerTo }) => resolvedAt === null && answerTo === null).length
  const select = (path: string) => {
    const cell = cellFor(marks, path)
    if (cell !== null) onChoose(cell)
  }
  const findings = {
    key: 'findings',
    label: shell.findings(check.findings.length),
    children: (
      <FindingList
        findings={check.findings}
        onSelect={({ path }) => {
          select(path)
          setTab('details')
        }}
      />
    ),
  }
  const changes = {
    key: 'changes',
    label: own.differences(differences.changes.length),
    children: <DifferenceList differences={differences} onChoose={select} />,
  }
  const comments = {
    key: 'comments',
    label: `${words.comments}${open > 0 ? ` ${open}` : ''}`,
    children: <Comments filing={filing} chosen={chosen} onChoose={select} />,
  }
  const scores = {
    key: 'scores',
    label: shell.scores,
    children: (
      <ScoreList
        form={form}
        check={check}
        onSelect={(path) => {
          select(path)
          setTab('details')
        }}
      />
    ),
  }
  const aspects = { key: 'aspects', label: own.aspects, children: <FourAspectSheet filing={filing} /> }
  const details = {
    key: 'details',
    label: shell.details,
    disabled: chosen === null,
    children: chosen !== null && (
      <CellPanel form={form} check={check} path={chosen} marks={marks} lines={[]} file={null} />
    ),
  }
  const evidence = {
    key: 'evidence',
    label: evidenceWords.evidence,
    children: (
      <Suspense>
        <EvidencePanel filing={filing} chosen={chosen} onChoose={select} />
      </Suspense>
    ),
  }
  const history = { key: 'history', label: words.history, children: <Steps filing={filing} /> }
  return (
    <aside className="form-panel review-panel" aria-label={shell.results}>
      <VerbButtons filing={filing} onChoose={select} onSendBack={() => onFailing([])} />
      {acting.refused && <RefusedNote refused={acting.refused} onClose={acting.forget} onChoose={select} />}
      {failing && (
        <SendBack
          filing={filing}
          failing={failing}
          onMark={(paths) => onFailing([...failing, ...paths])}
          acting={acting}
          onClose={() => onFailing(null)}
        />
      )}
      <Tabs
        activeKey={chosen === null && tab === 'details' ? 'findings' : tab}
        onChange={setTab}
        items={[
          findings,
          changes,
          comments,
          ...(setsTargets(filing.taskKind) ? [aspects] : []),
          ...(isScored(check) ? [scores] : []),
          details,
          evidence,
          history,
        ]}
      />
    </aside>
  )
}
