// Published forms, one a row, with what happened to them in public.
import { Tag } from 'antd'
import { Link } from 'react-router'
import type { PublicRow } from '../../api/publications.ts'
import { paths } from '../paths.ts'
import { moment } from '../show.ts'
import { useDomainWords } from '../words/domain.ts'
import { useProjectWords } from '../words/projects.ts'
import { usePublicationWords } from '../words/publications.ts'
import { useWords } from '../words.ts'
import { figureColumns } from './figure-columns.tsx'
import { type Column, ListTable } from './list-table.tsx'

type Props = { readonly rows: readonly PublicRow[]; readonly isOld?: boolean }

export function PublicTable({ rows, isOld = false }: Props) {
  const words = useWords()
  const own = usePublicationWords()
  const domain = useDomainWords()
  const { budget, rate, score, grade } = figureColumns<PublicRow>(useProjectWords())
  const columns: readonly Column<PublicRow>[] = [
    { key: 'project', title: own.project, show: (row) => <Named row={row} /> },
    { key: 'office', title: own.office, show: (row) => <Offices row={row} />, isMinor: true },
    { key: 'year', title: words.year, show: ({ year }) => year, className: 'year' },
    { key: 'region', title: words.region, show: ({ region }) => region, isMinor: true },
    { key: 'kind', title: words.kind, show: ({ kind }) => domain.formKind(kind), isMinor: true },
    { ...budget, isMinor: true },
    { ...rate, isMinor: true },
    score,
    grade,
    { key: 'status', title: own.status, show: (row) => <Standing row={row} /> },
  ]
  return (
    <ListTable
      label={own.title}
      columns={columns}
      rows={rows}
      keyOf={({ formId }) => formId}
      classOf={({ retractedAt }) => (retractedAt ? 'is-retracted' : '')}
      isOld={isOld}
    />
  )
}

function Named({ row: { formId, region, unit, project, department, title } }: { readonly row: PublicRow }) {
  const words = useWords()
  const own = usePublicationWords()
  return (
    <>
      <Link to={paths.form(formId)}>{project ?? department ?? title ?? words.noName}</Link>
      {project !== null && (
        <div>
          <Link className="note" to={paths.publicProject({ region, unit, name: project })}>
            {own.compare}
          </Link>
        </div>
      )}
    </>
  )
}

function Offices({ row: { region, unit, department } }: { readonly row: PublicRow }) {
  return (
    <>
      {unit === null ? '—' : <Link to={paths.publicDepartment({ region, name: unit })}>{unit}</Link>}
      {department !== null && department !== unit && (
        <div>
          <Link className="note" to={paths.publicDepartment({ region, name: department })}>
            {department}
          </Link>
        </div>
      )}
    </>
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
