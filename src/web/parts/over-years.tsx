// Forms of a project side by side: figures a year, and every indicator's target and result over the years.
import { Link } from 'react-router'
import { kindLabel } from '../../kernel/form/kind-label.ts'
import type { IndicatorOverYears, IndicatorYear, OverYears, YearFigures } from '../../kernel/project/over-years.ts'
import { YearsCharts } from '../charts/years-charts.tsx'
import { paths } from '../paths.ts'
import { wan } from '../show.ts'
import { useProjectWords } from '../words/projects.ts'
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
  return (
    <WideTable label={words.years}>
      <table className="form-table" aria-label={words.years}>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col" className="number">
              {words.budget}
            </th>
            <th scope="col" className="number">
              {words.executed}
            </th>
            <th scope="col" className="number">
              {words.rate}
            </th>
            <th scope="col" className="number">
              {words.score}
            </th>
            <th scope="col">{words.grade}</th>
          </tr>
        </thead>
        <tbody>
          {years.map((row) => (
            <tr key={row.formId}>
              <td className="year">{row.year ?? '—'}</td>
              <td>
                <Link to={paths.form(row.formId)}>{kindLabel[row.kind]}</Link>
              </td>
              <td className="number">{wan(row.budget)}</td>
              <td className="number">{wan(row.executed)}</td>
              <td className="number">{row.rate === null ? '—' : `${row.rate}%`}</td>
              <td className="number">{row.score ?? '—'}</td>
              <td>{row.grade ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

/** A column a form; a cell is empty where that form does not have the indicator. */
function IndicatorTable({ years, indicators }: OverYears) {
  const words = useProjectWords()
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
                  {form.year ?? ''} {kindLabel[form.kind]}
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
