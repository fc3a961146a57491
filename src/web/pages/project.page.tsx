import { useQuery } from '@tanstack/react-query'
import { Breadcrumb, Tag } from 'antd'
import { Link, useParams } from 'react-router'
import type { ProjectHistory } from '../../api/project-history.ts'
import { projectHistory } from '../../api/project-history.ts'
import { type ProjectView, projects } from '../../api/projects.ts'
import { query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { OverYearsView } from '../parts/over-years.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { moment, wan } from '../show.ts'
import { useProjectWords } from '../words/projects.ts'
import { useWords } from '../words.ts'

/** A project over the years: money, targets, results, scores, documents, decisions. */
export default function ProjectPage() {
  const words = useWords()
  const own = useProjectWords()
  const { id = '' } = useParams()
  const project = useQuery(query(projects.get, { id }))
  const history = useQuery(query(projectHistory.get, { id }))
  const error = project.error ?? history.error
  const { data } = project
  return (
    <div className="page">
      <title>{`${data?.name ?? own.title} · ${words.system}`}</title>
      <Breadcrumb
        items={[{ title: <Link to={paths.projects()}>{own.title}</Link> }, ...(data ? [{ title: data.name }] : [])]}
      />
      <header className="page-head">
        <h1>{data?.name ?? own.title}</h1>
        {data && (
          <span className="note">
            {data.organisation} {data.code} {data.nature} {data.closed && <Tag>{own.closed}</Tag>}
          </span>
        )}
      </header>
      {error && (
        <RefusalNote
          error={error}
          onRetry={() => {
            void project.refetch()
            void history.refetch()
          }}
        />
      )}
      {(!data || !history.data) && !error && <Loading what={own.title} />}
      {history.data && <OverYearsView years={history.data.years} indicators={history.data.indicators} />}
      {data && data.funds.length > 0 && <Funds funds={data.funds} />}
      {history.data && history.data.documents.length > 0 && <Documents documents={history.data.documents} />}
      {history.data && history.data.decisions.length > 0 && <Decisions decisions={history.data.decisions} />}
    </div>
  )
}

function Funds({ funds }: Pick<ProjectView, 'funds'>) {
  const own = useProjectWords()
  return (
    <section>
      <h2>{own.funds}</h2>
      <table className="form-table" aria-label={own.funds}>
        <thead>
          <tr>
            <th scope="col">{own.year}</th>
            <th scope="col">{own.source}</th>
            <th scope="col" className="number">
              {own.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {funds.map(({ year, source, amount }) => (
            <tr key={`${year} ${source}`}>
              <td>{year}</td>
              <td>{source}</td>
              <td className="number">{wan(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Documents({ documents }: Pick<ProjectHistory, 'documents'>) {
  const own = useProjectWords()
  return (
    <section>
      <h2>{own.documents}</h2>
      <ul className="underlined">
        {documents.map(({ id, name, importedAt }) => (
          <li key={id}>
            <a href={`/api/documents/${encodeURIComponent(id)}/file`} download={name}>
              {name}
            </a>{' '}
            <span className="note">{moment(importedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Decisions({ decisions }: Pick<ProjectHistory, 'decisions'>) {
  const own = useProjectWords()
  return (
    <section>
      <h2>{own.decisions}</h2>
      <ol className="decisions underlined">
        {decisions.map(({ filingId, year, task, title, at, by, reason }) => (
          <li key={`${filingId} ${at} ${title}`}>
            <Link to={paths.filing(filingId)}>{own.decisionLine(year, task, title)}</Link>{' '}
            <span className="note">{own.by(by, moment(at))}</span>
            {reason !== null && <div>{own.reason(reason)}</div>}
          </li>
        ))}
      </ol>
    </section>
  )
}
