// One job: how far it is, how it ended, what became of each item; cancelled or taken back from here.
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Progress } from 'antd'
import { type JobView, jobs } from '../../api/jobs.ts'
import { RefusalList } from '../admin/refusal-list.tsx'
import { useWrite } from '../admin/use-write.ts'
import { call } from '../call.ts'
import { told } from '../live.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { moment } from '../show.ts'
import { useJobWords } from '../words/jobs.ts'
import { JobItems } from './job-items.tsx'
import { countsOf, isOver, useJob } from './use-job.ts'

type Props = {
  readonly id: string
  /** Given the job that takes this one back. */
  readonly onUndone: (job: JobView) => void
}

export function JobCard({ id, onUndone }: Props) {
  const { data, error, refetch } = useJob(id)
  if (error && !data) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <JobFacts key={data.id} job={data} onUndone={onUndone} />
}

function JobFacts({ job, onUndone }: { readonly job: JobView; readonly onUndone: Props['onUndone'] }) {
  const words = useJobWords()
  const { id, title, state, done, total, error } = job
  const counts = countsOf(job)
  const shown = {
    queued: 'normal',
    running: 'active',
    done: 'success',
    failed: 'exception',
    cancelled: 'normal',
  } as const
  return (
    <div className="job">
      <p className="note">
        {words.states[state]}　{words.askedAt(moment(job.createdAt))}
        {job.endedAt !== null && `　${words.endedAt(moment(job.endedAt))}`}
      </p>
      <Progress
        percent={state === 'done' ? 100 : total ? Math.floor((done / total) * 100) : 0}
        status={state === 'done' && counts && counts.refused + counts.failed > 0 ? 'normal' : shown[state]}
        aria-label={title}
      />
      <p role="status">
        {isOver(job) && counts
          ? (job.dryRun ? words.trialOutcome : words.outcome)(counts.done, counts.refused, counts.failed)
          : words.progress(done, total)}
      </p>
      {error !== null && <Alert type="error" showIcon title={error} />}
      <JobVerbs job={job} id={id} onUndone={onUndone} />
      <JobItems job={job} />
    </div>
  )
}

type VerbProps = { readonly job: JobView; readonly id: string; readonly onUndone: Props['onUndone'] }

function JobVerbs({ job, id, onUndone }: VerbProps) {
  const words = useJobWords()
  const queries = useQueryClient()
  const { modal } = App.useApp()
  const { busy, refusal, write } = useWrite()
  const cancel = () =>
    write(
      () => call(jobs.cancel, { id }),
      (next) => {
        told(queries, next)
        return words.cancelled
      },
    )
  const undo = () =>
    write(
      () => call(jobs.undo, { id }),
      (next) => {
        told(queries, next)
        onUndone(next)
        return words.undone
      },
    )
  const ask = (title: string, content: string, onOk: () => Promise<void>) =>
    void modal.confirm({ title, content, okText: title, cancelText: words.keep, onOk })
  const canUndo = job.undoable && (countsOf(job)?.done ?? 0) > 0
  return (
    <div className="verb-row">
      {!isOver(job) && (
        <Button loading={busy} onClick={() => ask(words.cancel, words.cancelAsk, cancel)}>
          {words.cancel}
        </Button>
      )}
      {canUndo && (
        <Button loading={busy} onClick={() => ask(words.undo, words.undoAsk, undo)}>
          {words.undo}
        </Button>
      )}
      <RefusalList refusal={refusal} />
    </div>
  )
}
