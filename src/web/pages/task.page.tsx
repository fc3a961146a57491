import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Link, Navigate, useParams } from 'react-router'
import { filings } from '../../api/filings.ts'
import { type TaskProgress, tasks } from '../../api/tasks.ts'
import { call, query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { ProgressTable } from '../parts/progress-table.tsx'
import { RefusalNote, sentenceOf } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { BulkDialog, type BulkItem } from '../review/bulk-dialog.tsx'
import { useMe } from '../session.ts'
import { useReviewWords } from '../words/review.ts'
import { useWords } from '../words.ts'

/** 任务进度: how far every unit is with a task, who is late, and a reminder for them. */
export default function TaskPage() {
  const shell = useWords()
  const words = useReviewWords()
  const { message } = App.useApp()
  const { id = '' } = useParams()
  const { session, signedIn, may } = useMe()
  const { data, error, refetch } = useQuery({ ...query(tasks.get, { id }), enabled: signedIn })
  const [onlyLate, setOnlyLate] = useState(false)
  const [reminding, setReminding] = useState<readonly BulkItem[] | null>(null)
  if (session && !signedIn) return <Navigate to={paths.signIn(paths.task(id))} replace />
  const late = data?.organisations.filter((one) => one.late) ?? []
  const remind = (units: readonly TaskProgress[]) =>
    pendingOf(id, units).then(setReminding, (fault: Error) => void message.error(sentenceOf(fault, shell)))
  const title = data?.title ?? words.progress
  return (
    <div className="page">
      <title>{`${title} · ${shell.system}`}</title>
      <header className="page-head">
        <h1>{title}</h1>
        {data && (
          <span className="note">
            {words.taskOf(data.fiscalYear)}　{words.due} {data.deadline}{' '}
            {may('cycle.read') && <Link to={paths.cycles(data.cycleId)}>{words.cycleOf}</Link>}
          </span>
        )}
      </header>
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          {!data.holidaysKnown && <Alert type="info" showIcon title={words.holidaysUnknown} />}
          <div className="queue-bar">
            <span role="status">{late.length > 0 ? words.lateUnits(late.length) : words.noLate}</span>
            <Checkbox checked={onlyLate} onChange={({ target }) => setOnlyLate(target.checked)}>
              {words.onlyLateUnits}
            </Checkbox>
            <Button
              disabled={late.length === 0}
              title={late.length === 0 ? words.nobodyLate : undefined}
              onClick={() => void remind(late)}
            >
              {words.remindLate}
            </Button>
          </div>
          <ProgressTable
            label={words.progress}
            rows={onlyLate ? late : data.organisations}
            action={{
              key: 'remind',
              title: words.remind,
              show: (unit) => (
                <Button
                  size="small"
                  aria-label={`${words.remind} ${unit.name}`}
                  disabled={isBegun(unit) === 0}
                  title={isBegun(unit) === 0 ? words.nothingToRemind : undefined}
                  onClick={() => void remind([unit])}
                >
                  {words.remind}
                </Button>
              ),
            }}
          />
        </>
      )}
      {reminding && <BulkDialog verb="remind" items={reminding} onClose={() => setReminding(null)} />}
    </div>
  )
}

const isBegun = ({ draft, returned }: TaskProgress): number => draft + returned

/** What these units have begun and not handed in. */
async function pendingOf(taskId: string, units: readonly TaskProgress[]): Promise<readonly BulkItem[]> {
  const asked = units
    .filter((unit) => isBegun(unit) > 0)
    .flatMap(({ organisationId }) => (['draft', 'returned'] as const).map((state) => ({ organisationId, state })))
  const lists = await Promise.all(
    asked.map(({ organisationId, state }) =>
      call(filings.list, { taskId, under: organisationId, state, text: '', limit: 200 }),
    ),
  )
  const rows = new Map(lists.flatMap((list) => list.rows.map((row) => [row.id, row] as const)))
  return [...rows.values()].map(({ id, project, organisation }) => ({
    id,
    name: project === null ? organisation : `${organisation} ${project}`,
  }))
}
