// A filing as it is read: the official form with findings and comments, and what can be done with it.
import { useCallback, useMemo, useState } from 'react'
import type { FilingView } from '../../api/filings.ts'
import { draw } from '../../kernel/layout/draw.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import { EditorPanel } from '../editor/editor-panel.tsx'
import { FormSummary } from '../parts/form-summary.tsx'
import { marksOf } from '../parts/marks.ts'
import { nextMarked } from '../parts/sheet-moves.ts'
import { SheetView } from '../parts/sheet-view.tsx'

const nothing = () => Promise.resolve()

export function FilingReview({ filing, layout }: { readonly filing: FilingView; readonly layout: Layout }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const sheet = useMemo(() => draw(layout, filing.form), [layout, filing.form])
  const marks = useMemo(() => marksOf(sheet, filing.check), [sheet, filing.check])
  const step = useCallback(
    (by: 1 | -1) => setChosen((from) => nextMarked(marks.marked, marks.order, from, by) ?? null),
    [marks],
  )
  return (
    <div className="form-view" lang="zh-CN">
      <FormSummary check={filing.check} doubts={[]} notRead={[]} />
      <div className="form-columns">
        <SheetView
          sheet={sheet}
          marks={marks}
          selected={chosen}
          onSelect={setChosen}
          onStep={step}
          onClose={() => setChosen(null)}
        />
        <EditorPanel
          filing={filing}
          form={filing.form}
          check={filing.check}
          marks={marks}
          chosen={chosen}
          onChoose={setChosen}
          beforeAct={nothing}
        />
      </div>
    </div>
  )
}
