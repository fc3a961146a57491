import { useQueries, useQuery } from '@tanstack/react-query'
import { Card, Progress, Tag } from 'antd'
import { Link } from 'react-router'
import { cycles } from '../../api/cycles.ts'
import { tasks } from '../../api/tasks.ts'
import { query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { useReviewWords } from '../words/review.ts'

/** Every open task: how much of it is handed in, how many units are late. */
export function TaskProgressCard() {
  const words = useReviewWords()
  const list = useQuery(query(cycles.list, {}))
  const open = (list.data ?? []).filter(({ closed }) => !closed)
  const views = useQueries({ queries: open.map(({ id }) => query(cycles.get, { id })) })
  const several = new Set(open.map(({ organisationId }) => organisationId)).size > 1
  const running = views.flatMap(({ data }) =>
    (data?.tasks ?? [])
      .filter(({ closed }) => !closed)
      .map(({ id }) => ({ id, office: several ? (data?.organisation ?? null) : null })),
  )
  const isLoading = list.isPending || views.some(({ isPending }) => isPending)
  const error = list.error ?? views.find((view) => view.error)?.error
  return (
    <Card className="card" title={words.progress}>
      {error && <RefusalNote error={error} onRetry={() => void list.refetch()} />}
      {isLoading && !error && <Loading />}
      {!isLoading && running.length === 0 && <p className="note">{words.noTasks}</p>}
      <ul className="plain">
        {running.map(({ id, office }) => (
          <TaskLine key={id} id={id} office={office} />
        ))}
      </ul>
    </Card>
  )
}

/** `office`: whose year it is, where somebody works for several. */
function TaskLine({ id, office }: { readonly id: string; readonly office: string | null }) {
  const words = useReviewWords()
  const { data, error, refetch } = useQuery(query(tasks.get, { id }))
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const late = data.organisations.filter((one) => one.late).length
  const all = data.organisations.reduce((sum, { expected }) => sum + expected, 0)
  const done = data.organisations.reduce((sum, { inReview, settled }) => sum + inReview + settled, 0)
  return (
    <li className="task-line">
      <span>
        <Link to={paths.task(id)}>
          {words.taskOf(data.fiscalYear)} {data.title}
        </Link>
        {office !== null && <span className="note">　{office}</span>}
      </span>
      <span>
        <Tag>
          {words.due} {data.deadline}
        </Tag>
        <span className={late > 0 ? 'tag tag-error' : 'tag'}>{late > 0 ? words.lateUnits(late) : words.noLate}</span>
      </span>
      <span className="task-bar">
        <span className="note">{words.handedIn(done, all)}</span>
        <Progress
          percent={all === 0 ? 0 : Math.floor((done / all) * 100)}
          size="small"
          strokeColor="var(--brand)"
          aria-label={`${data.title} ${words.handedIn(done, all)}`}
        />
      </span>
    </li>
  )
}
