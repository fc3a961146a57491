// Everything about what was chosen, a cell or the form as a whole: printed text, findings, derivation, source.
import { lazy, Suspense } from 'react'
import type { SourceLine } from '../../api/forms.ts'
import type { Form } from '../../kernel/form/form.ts'
import { printedAt } from '../../kernel/form/path.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import type { Finding } from '../../kernel/review/review-rule.ts'
import { computedText } from '../../kernel/review/words.ts'
import { useFormWords } from '../words/form.ts'
import { Derivation } from './derivation.tsx'
import { FindingDetail } from './finding-list.tsx'
import { type Marks, theWhole } from './marks.ts'
import type { SourceFile } from './source-file.ts'

const SourceView = lazy(async () => ({ default: (await import('./source-view.tsx')).SourceView }))

type Props = {
  readonly form: Form
  readonly check: FormCheck
  readonly path: string
  readonly marks: Marks
  readonly lines: readonly SourceLine[]
  readonly file: SourceFile | null
}

export function CellPanel({ form, check, path, marks, lines, file }: Props) {
  const words = useFormWords()
  if (path === theWhole) return <WholePanel findings={marks.whole} />
  const mark = marks.cells.get(path)
  const indicator = /^indicators\[(\d+)\]/.exec(path)?.[1]
  const row = indicator === undefined ? null : form.indicators[Number(indicator)]?.name
  const score = mark?.score ?? null
  const steps = score?.derivation ?? derivationOf(check, path)
  return (
    <div className="cell-panel">
      <p className="cell-panel-head">
        {row && <span className="cell-panel-row">{row}</span>}
        <strong>{printedAt(form, path) ?? words.empty}</strong>
      </p>
      <Findings findings={mark?.findings ?? []} />
      {score && (
        <p className="cell-panel-score">
          {words.printed} <b>{score.printed ?? '—'}</b>，{words.computed} <b>{computedText(score)}</b>
          {score.over && <span className="over">{words.over(score.over)}</span>}
        </p>
      )}
      {steps.length > 0 && (
        <>
          <h3>{words.derivation}</h3>
          <Derivation steps={steps} />
        </>
      )}
      {(lines.length > 0 || file !== null) && (
        <>
          <h3>{words.source}</h3>
          <Suspense>
            <SourceView
              lines={lines}
              source={form.sources?.[path]}
              neighbours={Object.values(form.sources ?? {})}
              file={file}
            />
          </Suspense>
        </>
      )}
    </div>
  )
}

function WholePanel({ findings }: { findings: readonly Finding[] }) {
  const words = useFormWords()
  return (
    <div className="cell-panel">
      <p className="cell-panel-head">
        <strong>{words.wholeForm}</strong>
      </p>
      <Findings findings={findings} />
    </div>
  )
}

const Findings = ({ findings }: { findings: readonly Finding[] }) =>
  findings.map((finding) => (
    <FindingDetail key={`${finding.rule} ${finding.path} ${finding.message}`} finding={finding} />
  ))

function derivationOf(check: FormCheck, path: string): FormCheck['total']['derivation'] {
  if (path === 'totals.score') return check.total.derivation
  return path === 'grade' ? check.grade.derivation : []
}
