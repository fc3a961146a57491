// What the server tells of by itself: the inbox has changed, a job has gone on. Who looks at either sees it at once.
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { filings } from '../api/filings.ts'
import { type JobView, jobs } from '../api/jobs.ts'
import { tasks } from '../api/tasks.ts'
import { work } from '../api/work.ts'
import { query } from './call.ts'

/** Lists that hold filings, by how far they are. */
const inboxes: readonly string[] = [filings.list.path, filings.tally.path, work.startable.path, tasks.get.path]

/** Listens as long as somebody is signed in. */
export function useLive(signedIn: boolean): void {
  const queries = useQueryClient()
  useEffect(() => (signedIn ? keepListening(queries) : undefined), [signedIn, queries])
}

/** Milliseconds after which a stream that was refused is asked for again. */
const again = 30_000

/**
 * Answers how to end it. A hidden page lets go: a browser keeps but six connections to a server. Where a connection is
 * lost the browser tries again by itself; not where another answer came, as a proxy gives while the server starts.
 */
export function keepListening(queries: QueryClient): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const follow = () => {
    clearTimeout(timer)
    if (document.hidden) {
      source?.close()
      source = null
    } else if (!source || source.readyState === EventSource.CLOSED) {
      source = listen(queries)
      source.addEventListener('error', refused)
      void queries.invalidateQueries({ queryKey: [jobs.list.path] }) // whatever happened while nobody listened
    }
  }
  const refused = () => {
    clearTimeout(timer)
    if (source?.readyState === EventSource.CLOSED) timer = setTimeout(follow, again)
  }
  follow()
  document.addEventListener('visibilitychange', follow)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', follow)
    source?.close()
  }
}

function listen(queries: QueryClient): EventSource {
  const source = new EventSource(`/api${jobs.stream.path}`)
  source.addEventListener('inbox', () => {
    void queries.invalidateQueries({ predicate: ({ queryKey }) => inboxes.includes(String(queryKey[0])) })
  })
  source.addEventListener('job', ({ data }: MessageEvent<string>) => told(queries, JSON.parse(data) as JobView)) // our own server's
  return source
}

/** The job as it stands now, on every page that shows it. */
export function told(queries: QueryClient, job: JobView): void {
  queries.setQueryData(query(jobs.get, { id: job.id }).queryKey, job)
  void queries.invalidateQueries({ queryKey: [jobs.list.path] })
  void queries.invalidateQueries({ queryKey: [jobs.items.path, { id: job.id }] })
}
