// What the queue shows, kept in the address: a link to it shows the same to a colleague.
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { FilingFilter } from '../../api/filings.ts'
import { isState } from '../../kernel/lifecycle/state.ts'

const usual = { box: 'mine', task: '', unit: '', state: '', findings: '', text: '', order: 'risk' }
export type QueueSearch = typeof usual

export function useQueueSearch(): readonly [QueueSearch, (change: Partial<QueueSearch>) => void] {
  const [params, setParams] = useSearchParams()
  const search = useMemo(() => ({ ...usual, ...Object.fromEntries(params) }), [params])
  const change = useCallback(
    (more: Partial<QueueSearch>) => {
      const next = Object.entries({ ...search, ...more }).filter(
        ([name, value]) => Object.hasOwn(usual, name) && value !== usual[name as keyof QueueSearch], // one of its names
      )
      setParams(new URLSearchParams(next), { replace: true })
    },
    [search, setParams],
  )
  return [search, change]
}

const gravities = ['error', 'warning', 'advice'] as const

/** What is asked of the server; what the address says in vain is left out. */
export function filterOf({ box, task, unit, state, findings, text }: QueueSearch): FilingFilter {
  const gravity = gravities.find((one) => one === findings)
  return {
    ...(box === 'late'
      ? { box: 'late' as const }
      : { inReview: true, ...(box === 'all' ? {} : { box: 'mine' as const }) }),
    ...(task ? { taskId: task } : {}),
    ...(unit ? { under: unit } : {}),
    ...(isState(state) ? { state } : {}),
    ...(gravity ? { findings: gravity } : {}),
    text,
  }
}
