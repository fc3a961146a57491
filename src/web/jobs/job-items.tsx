// What became of each item of a job, those that were not done on their own where asked.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { type JobItem, type JobView, jobs } from '../../api/jobs.ts'
import { call } from '../call.ts'
import { saveFile } from '../parts/download.ts'
import { RefusalNote, sentenceOf } from '../parts/refusal.tsx'
import { useJobWords } from '../words/jobs.ts'
import { useWords } from '../words.ts'
import { everyItem } from './every-item.ts'
import { itemTable } from './item-table.ts'
import { isOver } from './use-job.ts'

const tones = { done: 'tag tag-good', refused: 'tag tag-warning', failed: 'tag tag-error' } as const

export function JobItems({ job }: { readonly job: JobView }) {
  const words = useJobWords()
  const [onlyRefused, setOnlyRefused] = useState(false)
  const { id } = job
  const over = isOver(job)
  const outcomes = job.dryRun ? words.trialOutcomes : words.outcomes
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    // asked for anew once the job is over, however one came to know of its end: what was fetched before lacks the last items
    queryKey: [jobs.items.path, { id, over }],
    placeholderData: keepPreviousData,
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => call(jobs.items, { id, after: pageParam }, { signal }),
    getNextPageParam: ({ next }) => next,
    refetchInterval: over ? false : 2000,
  })
  const all = data?.pages.flatMap(({ rows }) => rows) ?? []
  const shown = onlyRefused ? all.filter(({ outcome }) => outcome !== 'done') : all
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (all.length === 0) return null
  return (
    <section aria-label={words.items}>
      <div className="queue-bar">
        <Checkbox checked={onlyRefused} onChange={({ target }) => setOnlyRefused(target.checked)}>
          {words.onlyRefused}
        </Checkbox>
        {over && <Download job={job} outcomes={outcomes} />}
      </div>
      {shown.length === 0 && <p className="note">{words.noneRefused}</p>}
      <ul className="plain job-items">
        {shown.map(({ number, title, outcome, message }) => (
          <li key={number}>
            <span className={tones[outcome]}>{outcomes[outcome]}</span> {title}
            {message !== null && <div className="note">{message}</div>}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  )
}

/** The whole list, however much of it is shown. */
function Download({ job, outcomes }: { readonly job: JobView; readonly outcomes: Outcomes }) {
  const shell = useWords()
  const words = useJobWords()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      const items = await everyItem((after) => call(jobs.items, { id: job.id, after }))
      saveFile(`${job.title}.csv`, listOf(items, outcomes, words.headings))
    } catch (error) {
      void message.error(sentenceOf(error instanceof Error ? error : new Error(String(error)), shell), 8)
    }
    setBusy(false)
  }
  return (
    <Button loading={busy} onClick={() => void download()}>
      {words.download}
    </Button>
  )
}

type Outcomes = Readonly<Record<JobItem['outcome'], string>>

function listOf(items: readonly JobItem[], outcomes: Outcomes, headings: readonly string[]): Blob {
  const rows = items.map(({ number, title, outcome, message }) => [
    String(number),
    title,
    outcomes[outcome],
    message ?? '',
  ])
  return new Blob([itemTable([headings, ...rows])], { type: 'text/csv' })
}
