import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Card } from 'antd'
import { Link, Navigate, useSearchParams } from 'react-router'
import { jobs } from '../../api/jobs.ts'
import { call } from '../call.ts'
import { JobCard } from '../jobs/job-card.tsx'
import { isOver, useJob } from '../jobs/use-job.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { moment } from '../show.ts'
import { useJobWords } from '../words/jobs.ts'
import { useWords } from '../words.ts'

/** 后台任务: the long work one asked for, each with its progress and what became of every item. */
export default function JobsPage() {
  const shell = useWords()
  const words = useJobWords()
  const { session, signedIn } = useMe()
  const [address, setAddress] = useSearchParams()
  const chosen = address.get('id')
  if (!session) return <Loading />
  if (!signedIn) return <Navigate to={paths.signIn(paths.jobs(chosen ?? undefined))} replace />
  return (
    <div className="page">
      <title>{`${words.title} · ${shell.system}`}</title>
      <header className="page-head">
        <h1>{words.title}</h1>
        <span className="note">{words.intro}</span>
      </header>
      <div className="aside-columns">
        <section className="aside-panel">
          <JobList chosen={chosen} />
        </section>
        <section>
          {chosen ? (
            <ChosenJob key={chosen} id={chosen} onUndone={(id) => setAddress({ id })} />
          ) : (
            <p className="note">{words.choose}</p>
          )}
        </section>
      </div>
    </div>
  )
}

function ChosenJob({ id, onUndone }: { readonly id: string; readonly onUndone: (id: string) => void }) {
  const words = useJobWords()
  const { data } = useJob(id)
  return (
    <Card className="card" title={<h2 className="card-title">{data?.title ?? words.title}</h2>}>
      <JobCard id={id} onUndone={(job) => onUndone(job.id)} />
    </Card>
  )
}

function JobList({ chosen }: { readonly chosen: string | null }) {
  const words = useJobWords()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [jobs.list.path, 'all'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(jobs.list, { limit: 50, ...(pageParam ? { after: pageParam } : {}) }, { signal }),
    getNextPageParam: ({ next }) => next,
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading what={words.title} />
  if (rows.length === 0) return <p className="note">{words.nothing}</p>
  return (
    <>
      <ul className="plain lines" aria-label={words.mine}>
        {rows.map((job) => (
          <li key={job.id} className={job.id === chosen ? 'branch-chosen padded' : 'padded'}>
            <Link to={paths.jobs(job.id)} aria-current={job.id === chosen}>
              {job.title}
            </Link>
            <span className="note-inline block">
              {isOver(job) ? words.states[job.state] : words.progress(job.done, job.total)}　{moment(job.createdAt)}
            </span>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  )
}
