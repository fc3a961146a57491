// A filing as it is read: the official form with findings, changes and comments at their cells, and what can be done.
import { useCallback, useMemo, useState } from 'react'
import type { FilingView } from '../../api/filings.ts'
import { draw } from '../../kernel/layout/draw.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import type { CellNote } from '../parts/cell-note.ts'
import { FormSummary } from '../parts/form-summary.tsx'
import { type Marks, marksOf } from '../parts/marks.ts'
import { nextMarked } from '../parts/sheet-moves.ts'
import { SheetView } from '../parts/sheet-view.tsx'
import { type ReviewWords, useReviewWords } from '../words/review.ts'
import { type Differences, useDifferences } from './differences.tsx'
import { QueueSteps } from './queue-steps.tsx'
import { ReviewPanel } from './review-panel.tsx'

export function FilingReview({ filing, layout }: { readonly filing: FilingView; readonly layout: Layout }) {
  const words = useReviewWords()
  const [chosen, setChosen] = useState<string | null>(null)
  const [failing, setFailing] = useState<ReadonlySet<string> | null>(null)
  const sheet = useMemo(() => draw(layout, filing.form), [layout, filing.form])
  const marks = useMemo(() => marksOf(sheet, filing.check), [sheet, filing.check])
  const differences = useDifferences(filing)
  const notes = notesOf(filing, differences, failing, marks, words)
  const step = useCallback(
    (by: 1 | -1) => setChosen((from) => nextMarked(marks.marked, marks.order, from, by) ?? null),
    [marks],
  )
  const select = useCallback((path: string) => {
    setChosen(path)
    setFailing((before) => {
      if (before === null) return before
      const next = new Set(before)
      if (!next.delete(path)) next.add(path)
      return next
    })
  }, [])
  return (
    <div className={failing ? 'form-view marking' : 'form-view'} lang="zh-CN">
      <QueueSteps id={filing.id} />
      <FormSummary check={filing.check} doubts={[]} notRead={[]} />
      <div className="form-columns">
        <SheetView
          sheet={sheet}
          marks={marks}
          notes={notes}
          selected={chosen}
          onSelect={select}
          onStep={step}
          onClose={() => setChosen(null)}
        />
        <ReviewPanel
          filing={filing}
          marks={marks}
          differences={differences}
          chosen={chosen}
          onChoose={setChosen}
          failing={failing}
          onFailing={(paths) => setFailing(paths && new Set(paths))}
        />
      </div>
    </div>
  )
}

/** What a reviewer sees at a cell beside its findings; a change of a whole row stands at its first cell. */
function notesOf(
  filing: FilingView,
  { changes }: Differences,
  failing: ReadonlySet<string> | null,
  { order, cellOf }: Marks,
  words: ReviewWords,
): ReadonlyMap<string, CellNote> {
  const notes = new Map<string, CellNote>()
  const add = (path: string | null, note: CellNote) => {
    if (path !== null) notes.set(path, { ...notes.get(path), ...note })
  }
  const cellAt = (path: string) =>
    order.includes(path) ? path : (order.find((cell) => cell.startsWith(`${path}.`)) ?? cellOf(path))
  for (const { path, effect, message } of changes)
    if (path !== null) add(cellAt(path), { changed: { label: words.effects[effect], message } })
  for (const { path, resolvedAt } of filing.comments)
    if (path !== null && resolvedAt === null) add(cellAt(path), { commented: words.commented })
  for (const path of failing ?? filing.onlyCells ?? []) add(cellAt(path), { failing: words.failing })
  return notes
}
