// What the frame counts: filings that wait for this person, jobs that are going on.
import { CloudSyncOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { filings } from '../api/filings.ts'
import { jobs } from '../api/jobs.ts'
import { query } from './call.ts'
import { isOver } from './jobs/use-job.ts'
import { paths } from './paths.ts'
import { useMe } from './session.ts'
import { useJobWords } from './words/jobs.ts'
import { useWorkWords } from './words/work.ts'

/** Beside the workbench in the menu; kept by the stream. */
export function Waiting() {
  const words = useWorkWords()
  const { may } = useMe()
  const { data } = useQuery({
    ...query(filings.list, { box: 'mine', text: '', limit: 1 }),
    enabled: may('filing.read'),
  })
  if (!data || data.total === 0) return null
  return (
    <span className="menu-count">
      <span aria-hidden="true">{data.total > 99 ? '99+' : data.total}</span>
      <span className="unseen">{words.waiting(data.total)}</span>
    </span>
  )
}

/** The way to one's long work, with how many are not done yet. */
export function RunningJobs() {
  const words = useJobWords()
  const { data } = useQuery(query(jobs.list, { limit: 20 }))
  const running = data?.rows.filter((job) => !isOver(job)).length ?? 0
  return (
    <Link className="language" to={paths.jobs()} title={words.title}>
      <CloudSyncOutlined aria-hidden="true" />
      <span className="unseen">{words.title}</span>
      {running > 0 && <span className="menu-count">{running}</span>}
    </Link>
  )
}
