// One checked form: the official table with its findings, and a panel that explains the chosen cell.
import { Alert, Drawer, Grid, Tabs } from 'antd'
import { useMemo, useState } from 'react'
import type { CheckedForm, SourceLine } from '../../api/forms.ts'
import { draw, layoutFor } from '../../kernel/layout/draw.ts'
import type { Finding } from '../../kernel/review/review-rule.ts'
import { CellPanel } from './cell-panel.tsx'
import { FindingList, SeverityTag } from './finding-list.tsx'
import { FormSummary } from './form-summary.tsx'
import { marksOf } from './marks.ts'
import { ScoreList } from './score-list.tsx'
import { SheetView } from './sheet-view.tsx'

type Props = { readonly checked: CheckedForm; readonly lines: readonly SourceLine[] }

export function FormView({ checked: { form, check }, lines }: Props) {
  const sheet = useMemo(() => {
    const layout = layoutFor(form)
    return layout ? draw(layout, form) : null
  }, [form])
  const marks = useMemo(() => (sheet ? marksOf(sheet, check) : null), [sheet, check])
  const [selected, setSelected] = useState<string | null>(null)
  const [tab, setTab] = useState('findings')
  const wide = Grid.useBreakpoint().xl ?? true
  if (!sheet || !marks)
    return <Alert type="warning" showIcon title={`还没有“${form.title ?? form.kind}”的版式，不能画出表样。`} />

  const select = (path: string) => {
    setSelected(marks.cellOf(path) ?? null)
    if (marks.cellOf(path) !== null) setTab('cell')
  }
  const cell = selected !== null && (
    <CellPanel form={form} check={check} path={selected} mark={marks.cells.get(selected)} lines={lines} />
  )
  const tabs = [
    {
      key: 'findings',
      label: `问题 ${check.findings.length}`,
      children: <FindingList findings={check.findings} onSelect={(f) => select(f.path)} />,
    },
    { key: 'scores', label: '得分', children: <ScoreList check={check} onSelect={select} /> },
  ]
  const cellTab = { key: 'cell', label: '单元格', disabled: selected === null, children: cell }
  return (
    <div className="form-view">
      <FormSummary check={check} doubts={form.doubts ?? []} />
      {marks.whole.length > 0 && <WholeFindings findings={marks.whole} />}
      <div className="form-columns">
        <SheetView sheet={sheet} marks={marks} selected={selected} onSelect={select} />
        <aside className="form-panel" aria-label="检查结果">
          <Tabs
            activeKey={wide || tab !== 'cell' ? tab : 'findings'}
            onChange={setTab}
            items={wide ? [...tabs, cellTab] : tabs}
          />
        </aside>
      </div>
      {/* Beside the sheet there is no room on a narrow screen: the cell's panel rises from below. */}
      {!wide && (
        <Drawer title="单元格" placement="bottom" size="60vh" open={cell !== false} onClose={() => setSelected(null)}>
          {cell}
        </Drawer>
      )}
    </div>
  )
}

const WholeFindings = ({ findings }: { findings: readonly Finding[] }) => (
  <ul className="whole-findings" aria-label="整表问题">
    {findings.map((f) => (
      <li key={`${f.rule} ${f.message}`}>
        <SeverityTag severity={f.severity} /> {f.message}
      </li>
    ))}
  </ul>
)
