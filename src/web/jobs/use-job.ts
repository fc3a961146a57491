// A job as it goes on: told by the stream, and asked for where the stream is silent.
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { type JobView, jobs } from '../../api/jobs.ts'
import { query } from '../call.ts'

export const isOver = ({ state }: JobView): boolean => state !== 'queued' && state !== 'running'

export const useJob = (id: string): UseQueryResult<JobView> =>
  useQuery({
    ...query(jobs.get, { id }),
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : 2000),
  })

const Counts = z.object({ done: z.number(), refused: z.number(), failed: z.number() })

/** How many items ended how; null where the job has none. */
export function countsOf({ outcome }: JobView): z.infer<typeof Counts> | null {
  const counts = Counts.safeParse(outcome)
  return counts.success ? counts.data : null
}
