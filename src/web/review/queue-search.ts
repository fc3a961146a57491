// What the queue shows, kept in the address: a link to it shows the same to a colleague.
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { FilingFilter } from '../../api/filings.ts'
import { isState } from '../../kernel/lifecycle/state.ts'

const usual = { box: 'mine', task: '', unit: '', state: '', findings: '', text: '', order: 'risk' }
export type QueueSearch = typeof usual
/** What it shows, whatever the order. */
export type Narrowed = Omit<QueueSearch, 'order'>

/** What an address says, and what is usual of what it does not say. */
export const searchIn = (params: URLSearchParams): QueueSearch => ({ ...usual, ...Object.fromEntries(params) })

export function useQueueSearch(): readonly [QueueSearch, (change: Partial<QueueSearch>) => void] {
  const [params, setParams] = useSearchParams()
  const search = useMemo(() => searchIn(params), [params])
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
export function filterOf({ box, task, unit, state, findings, text }: Narrowed): FilingFilter {
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

/** The search that asks this of the server; null where the queue has no way to ask it. */
export function searchOf(filter: FilingFilter): Narrowed | null {
  const { box, taskId = '', under = '', state = '', findings = '', text } = filter
  const search = { box: box ?? 'all', task: taskId, unit: under, state, findings, text }
  return isSame(filterOf(search), filter) ? search : null
}

/** Whether two ask the same; what is left out and what is not asked by are one. */
export function isSame(a: FilingFilter, b: FilingFilter): boolean {
  const asked = (filter: FilingFilter) =>
    Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify(asked(a)) === JSON.stringify(asked(b))
}
