import { useQuery } from '@tanstack/react-query'
import { Card, Tag } from 'antd'
import { lazy, Suspense } from 'react'
import { Link, Navigate } from 'react-router'
import { type FilingRow, filings } from '../../api/filings.ts'
import { work } from '../../api/work.ts'
import { query } from '../call.ts'
import { BeginButton } from '../filing/begin-button.tsx'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { TaskProgressCard } from '../review/task-progress.tsx'
import { useMe } from '../session.ts'
import { moment } from '../show.ts'
import { useLifecycleWords } from '../words/lifecycle.ts'
import { useWorkWords } from '../words/work.ts'
import { useWords } from '../words.ts'

/** Asked for by few: it comes after the page. */
const ImportForms = lazy(async () => ({ default: (await import('../jobs/import-forms.tsx')).ImportForms }))
const shown = 20
/** Those who see how far others are. */
const reviewers = ['filing.unit-review', 'filing.department-review', 'filing.finance-review', 'filing.manage'] as const

/** 工作台: what waits for me and by when, what can be begun, what I sent and where it is, who is late. */
export default function WorkPage() {
  const words = useWords()
  const own = useWorkWords()
  const { session, signedIn, may } = useMe()
  if (!session) return <Loading />
  if (!signedIn) return <Navigate to={paths.signIn(paths.work())} replace />
  return (
    <div className="page">
      <title>{`${own.title} · ${words.system}`}</title>
      <header className="page-head">
        <h1>{own.title}</h1>
        <span className="note">{own.hello(session.person?.name ?? '')}</span>
      </header>
      <div className="work">
        <div>
          {may('filing.read') && (
            <Box box="mine" title={own.mine} nothing={may('filing.edit') ? own.noMine : own.noReview} />
          )}
          {may('filing.edit') && <ToBegin />}
        </div>
        <div>
          {reviewers.some(may) && <TaskProgressCard />}
          {reviewers.some(may) && <Box box="late" title={own.late} nothing={own.noLate} />}
          {may('filing.read') && (
            <Box
              box="sent"
              title={may('filing.edit') ? own.sent : own.passed}
              nothing={may('filing.edit') ? own.noSent : own.noPassed}
            />
          )}
        </div>
      </div>
    </div>
  )
}

type BoxProps = { readonly box: 'mine' | 'sent' | 'late'; readonly title: string; readonly nothing: string }

function Box({ box, title, nothing }: BoxProps) {
  const own = useWorkWords()
  const { data, error, refetch } = useQuery(query(filings.list, { box, text: '', limit: shown }))
  return (
    <Card className="card" title={title} extra={data && own.total(data.total)}>
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.rows.length === 0 && <p className="note">{nothing}</p>}
      <ul className="plain">
        {data?.rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ row }: { readonly row: FilingRow }) {
  const own = useWorkWords()
  const lifecycle = useLifecycleWords()
  return (
    <li className="work-row">
      <Link to={paths.filing(row.id)}>{row.project ?? row.organisation}</Link>
      <span className="note">
        {row.fiscalYear} {row.taskTitle}　{row.organisation}
      </span>
      <span>
        <Tag>{own.since(lifecycle.state(row.state), moment(row.since))}</Tag>
        {row.accepted && <Tag>{own.with(row.accepted)}</Tag>}
        <Due row={row} />
        {row.score && (
          <Tag>
            {own.score} {row.score} {row.grade}
          </Tag>
        )}
      </span>
    </li>
  )
}

function Due({ row }: { readonly row: { readonly late: boolean; readonly dueOn: string } }) {
  const own = useWorkWords()
  return row.late ? <span className="tag tag-error">{own.overdue}</span> : <Tag>{own.due(row.dueOn)}</Tag>
}

function ToBegin() {
  const own = useWorkWords()
  const { data, error, refetch } = useQuery(query(work.startable, {}))
  return (
    <Card
      className="card"
      title={own.start}
      extra={
        <Suspense fallback={null}>
          <ImportForms />
        </Suspense>
      }
    >
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <p className="note">{own.noStart}</p>}
      <ul className="plain">
        {data?.map((row) => (
          <li className="work-row work-begin" key={`${row.taskId} ${row.organisationId} ${row.projectId}`}>
            <b>{row.project ?? row.organisation}</b>
            <span className="note">
              {row.fiscalYear} {row.taskTitle}　{row.organisation}
            </span>
            <span>
              <Due row={row} />
              {!row.hasTarget && <span className="note">{own.noTarget}</span>}
            </span>
            <span>
              <BeginButton row={row} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
