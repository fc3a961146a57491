// Published forms, one a row, with what happened to them in public.
import { Tag } from 'antd'
import { Link } from 'react-router'
import type { PublicRow } from '../../api/publications.ts'
import { kindLabel } from '../../kernel/form/kind-label.ts'
import { paths } from '../paths.ts'
import { moment, wan } from '../show.ts'
import { useProjectWords } from '../words/projects.ts'
import { usePublicationWords } from '../words/publications.ts'
import { useWords } from '../words.ts'

type Props = { readonly rows: readonly PublicRow[]; readonly isOld?: boolean }

export function PublicTable({ rows, isOld = false }: Props) {
  const words = useWords()
  const own = usePublicationWords()
  const of = useProjectWords()
  return (
    <table className="form-table cards" aria-label={own.title} aria-busy={isOld}>
      <thead>
        <tr>
          <th scope="col">{own.project}</th>
          <th scope="col" className="minor">
            {own.office}
          </th>
          <th scope="col">{words.year}</th>
          <th scope="col" className="minor">
            {words.region}
          </th>
          <th scope="col" className="minor">
            {words.kind}
          </th>
          <th scope="col" className="number minor">
            {of.budget}
          </th>
          <th scope="col" className="number minor">
            {of.rate}
          </th>
          <th scope="col" className="number">
            {words.score}
          </th>
          <th scope="col">{words.grade}</th>
          <th scope="col">{own.status}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.formId} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { readonly row: PublicRow }) {
  const words = useWords()
  const own = usePublicationWords()
  const of = useProjectWords()
  const { region, unit, project } = row
  return (
    <tr className={row.retractedAt ? 'is-retracted' : ''}>
      <td>
        <Link to={paths.form(row.formId)}>{project ?? row.department ?? row.title ?? words.noName}</Link>
        {project !== null && (
          <div>
            <Link className="note" to={paths.publicProject({ region, unit, name: project })}>
              {own.compare}
            </Link>
          </div>
        )}
      </td>
      <td className="minor" data-label={own.office}>
        {unit === null ? '—' : <Link to={paths.publicDepartment({ region, name: unit })}>{unit}</Link>}
        {row.department !== null && row.department !== unit && (
          <div>
            <Link className="note" to={paths.publicDepartment({ region, name: row.department })}>
              {row.department}
            </Link>
          </div>
        )}
      </td>
      <td className="year" data-label={words.year}>
        {row.year ?? '—'}
      </td>
      <td className="minor" data-label={words.region}>
        {region ?? '—'}
      </td>
      <td className="minor" data-label={words.kind}>
        {kindLabel[row.kind]}
      </td>
      <td className="number minor" data-label={of.budget}>
        {wan(row.budget)}
      </td>
      <td className="number minor" data-label={of.rate}>
        {row.rate === null ? '—' : `${row.rate}%`}
      </td>
      <td className="number" data-label={words.score}>
        {row.score ?? '—'}
      </td>
      <td data-label={words.grade}>{row.grade ?? '—'}</td>
      <td data-label={own.status}>
        <Standing row={row} />
      </td>
    </tr>
  )
}

const day = (iso: string): string => moment(iso).slice(0, 10)

function Standing({ row: { retractedAt, correctedAt, publishedAt, reason } }: { readonly row: PublicRow }) {
  const own = usePublicationWords()
  if (retractedAt)
    return (
      <>
        <Tag color="error">{own.retracted(day(retractedAt))}</Tag>
        <div className="note">{reason ?? own.noReason}</div>
      </>
    )
  if (correctedAt) return <Tag color="warning">{own.corrected(day(correctedAt))}</Tag>
  return <span className="note">{own.published(day(publishedAt))}</span>
}
