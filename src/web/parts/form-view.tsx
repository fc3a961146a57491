// One checked form: the official table with its findings, and a panel that explains what was chosen.
import { Alert, Drawer, Grid, Tabs } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import type { CheckedForm, SourceLine } from '../../api/forms.ts'
import { draw, layoutFor } from '../../kernel/layout/draw.ts'
import type { Sheet } from '../../kernel/layout/sheet.ts'
import { useWords } from '../words.ts'
import { CellPanel } from './cell-panel.tsx'
import { FindingList } from './finding-list.tsx'
import { FindingSteps } from './finding-steps.tsx'
import { FormSummary } from './form-summary.tsx'
import { type Marks, marksOf, theWhole } from './marks.ts'
import { ScoreList } from './score-list.tsx'
import { nextMarked } from './sheet-moves.ts'
import { SheetView } from './sheet-view.tsx'
import type { SourceFile } from './source-file.ts'

type Props = {
  readonly checked: CheckedForm
  readonly lines: readonly SourceLine[]
  /** Null where the file is not kept. */
  readonly file: SourceFile | null
}

export function FormView({ checked, lines, file }: Props) {
  const words = useWords()
  const drawn = useMemo(() => {
    const layout = layoutFor(checked.form)
    if (!layout) return null
    const sheet = draw(layout, checked.form)
    return { sheet, marks: marksOf(sheet, checked.check) }
  }, [checked])
  if (!drawn) return <Alert type="warning" showIcon title={words.noLayout(checked.form.title ?? checked.form.kind)} />
  return <DrawnForm checked={checked} lines={lines} file={file} {...drawn} />
}

function DrawnForm({ checked: { form, check }, lines, file, sheet, marks }: Props & { sheet: Sheet; marks: Marks }) {
  const words = useWords()
  const wide = Grid.useBreakpoint().xl ?? true
  const [selected, setSelected] = useState<string | null>(null)
  const [tab, setTab] = useState('findings')
  const select = useCallback(
    (path: string) => {
      setSelected(marks.cellOf(path) ?? theWhole)
      setTab('details')
    },
    [marks],
  )
  const close = useCallback(() => {
    setSelected(null)
    setTab('findings')
  }, [])
  const step = useCallback(
    (by: 1 | -1) => {
      const next = nextMarked(marks.marked, marks.order, selected, by)
      if (next !== undefined) select(next)
    },
    [marks, selected, select],
  )

  const steps = <FindingSteps marked={marks.marked} selected={selected} onStep={step} />
  const details = selected !== null && (
    <CellPanel form={form} check={check} path={selected} marks={marks} lines={lines} file={file} />
  )
  const tabs = [
    {
      key: 'findings',
      label: words.findings(check.findings.length),
      children: <FindingList findings={check.findings} onSelect={(f) => select(f.path)} />,
    },
    { key: 'scores', label: words.scores, children: <ScoreList form={form} check={check} onSelect={select} /> },
  ]
  const detailsTab = { key: 'details', label: words.details, disabled: selected === null, children: details }
  const panel = (
    <aside className="form-panel" aria-label={words.results}>
      {steps}
      <Tabs
        activeKey={wide || tab !== 'details' ? tab : 'findings'}
        onChange={setTab}
        items={wide ? [...tabs, detailsTab] : tabs}
      />
    </aside>
  )
  return (
    <div className="form-view" lang="zh-CN">
      <FormSummary check={check} doubts={form.doubts ?? []} notRead={form.notRead ?? []} />
      <div className="form-columns">
        {!wide && panel}
        <SheetView sheet={sheet} marks={marks} selected={selected} onSelect={select} onStep={step} onClose={close} />
        {wide && panel}
      </div>
      {/* Beside the sheet there is no room on a narrow screen: the details rise from below. */}
      {!wide && (
        <Drawer
          title={words.details}
          placement="bottom"
          size="60vh"
          open={details !== false}
          onClose={close}
          extra={steps}
        >
          {details}
        </Drawer>
      )}
    </div>
  )
}
