// Forms of a project side by side: figures a year, and every indicator's target and result over the years.
import { Link } from 'react-router'
import type { IndicatorOverYears, IndicatorYear, OverYears, YearFigures } from '../../kernel/project/over-years.ts'
import { YearsCharts } from '../charts/years-charts.tsx'
import { paths } from '../paths.ts'
import { wan } from '../show.ts'
import { useDomainWords } from '../words/domain.ts'
import { useProjectWords } from '../words/projects.ts'
import { figureColumns } from './figure-columns.tsx'
import { type Column, ListTable } from './list-table.tsx'
import { WideTable } from './wide-table.tsx'

export function OverYearsView({ years, indicators }: OverYears) {
  const words = useProjectWords()
  if (years.length === 0) return <p className="note">{words.noYears}</p>
  return (
    <>
      <YearsCharts years={years} />
      <FigureTable years={years} />
      {indicators.length > 0 && <IndicatorTable years={years} indicators={indicators} />}
    </>
  )
}

function FigureTable({ years }: { readonly years: readonly YearFigures[] }) {
  const words = useProjectWords()
  const domain = useDomainWords()
  const { budget, rate, score, grade } = figureColumns<YearFigures>(words)
  const columns: readonly Column<YearFigures>[] = [
    { key: 'year', title: words.year, show: ({ year }) => year, className: 'year' },
    {
      key: 'kind',
      title: words.kind,
      show: ({ formId, kind }) => <Link to={paths.form(formId)}>{domain.formKind(kind)}</Link>,
    },
    budget,
    { key: 'executed', title: words.executed, show: ({ executed }) => wan(executed), isNumber: true },
    rate,
    score,
    grade,
  ]
  return (
    <WideTable label={words.years}>
      <ListTable label={words.years} columns={columns} rows={years} keyOf={({ formId }) => formId} />
    </WideTable>
  )
}

/** A column a form; a cell is empty where that form does not have the indicator. */
function IndicatorTable({ years, indicators }: OverYears) {
  const words = useProjectWords()
  const domain = useDomainWords()
  return (
    <>
      <h2>{words.indicators}</h2>
      <WideTable label={words.indicators}>
        <table className="form-table over-years">
          <thead>
            <tr>
              <th scope="col">{words.indicator}</th>
              {years.map((form) => (
                <th key={form.formId} scope="col">
                  {form.year ?? ''} {domain.formKind(form.kind)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {indicators.map((row) => (
              <IndicatorRow key={keyOf(row)} row={row} years={years} />
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  )
}

const keyOf = ({ aspect, name, years }: IndicatorOverYears): string =>
  `${aspect} ${name} ${years.map(({ formId, target }) => `${formId} ${target}`).join()}`

type RowProps = { readonly row: IndicatorOverYears; readonly years: readonly YearFigures[] }

function IndicatorRow({ row, years }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <span className="note">{row.aspect}</span> {row.name}
      </th>
      {years.map(({ formId }) => (
        <td key={formId}>
          <Value of={row.years.find((one) => one.formId === formId)} />
        </td>
      ))}
    </tr>
  )
}

function Value({ of }: { readonly of: IndicatorYear | undefined }) {
  const words = useProjectWords()
  if (!of) return '—'
  return (
    <>
      <div>
        <span className="note">{words.target}</span> {of.target ?? '—'}
      </div>
      {of.actual !== null && (
        <div>
          <span className="note">{words.actual}</span> {of.actual}
        </div>
      )}
      {of.score !== null && (
        <div className="note">
          {words.score} {of.score} / {of.weight ?? '—'}
        </div>
      )}
    </>
  )
}
