// Everything about the chosen cell: what is printed, findings, derivation, source.
import type { SourceLine } from '../../api/forms.ts'
import type { Form } from '../../kernel/form/form.ts'
import { printedAt } from '../../kernel/form/path.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import { FindingDetail } from './finding-list.tsx'
import type { Mark } from './marks.ts'
import { computedText, Derivation } from './score-list.tsx'
import { SourceView } from './source-view.tsx'

type Props = {
  readonly form: Form
  readonly check: FormCheck
  readonly path: string
  readonly mark: Mark | undefined
  readonly lines: readonly SourceLine[]
}

export function CellPanel({ form, check, path, mark, lines }: Props) {
  const indicator = /^indicators\[(\d+)\]/.exec(path)?.[1]
  const row = indicator === undefined ? null : form.indicators[Number(indicator)]?.name
  const score = mark?.score ?? null
  const steps = score?.derivation ?? derivationOf(check, path)
  return (
    <div className="cell-panel">
      <p className="cell-panel-head">
        {row && <span className="cell-panel-row">{row}</span>}
        <strong>{printedAt(form, path) ?? '（空）'}</strong>
      </p>
      {(mark?.findings ?? []).map((finding) => (
        <FindingDetail key={`${finding.rule} ${finding.message}`} finding={finding} />
      ))}
      {score && (
        <p className="cell-panel-score">
          填报 <b>{score.printed ?? '—'}</b>，复算 <b>{computedText(score)}</b>
          {score.over && <span className="over">（完成为目标的 {score.over} 倍）</span>}
        </p>
      )}
      {steps.length > 0 && (
        <>
          <h4>计算过程</h4>
          <Derivation steps={steps} />
        </>
      )}
      <h4>原文</h4>
      <SourceView lines={lines} source={form.sources?.[path]} />
    </div>
  )
}

function derivationOf(check: FormCheck, path: string): FormCheck['total']['derivation'] {
  if (path === 'totals.score') return check.total.derivation
  return path === 'grade' ? check.grade.derivation : []
}
