// One verb for several filings, one after the other: each has its own outcome, and it can be stopped in between.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { sentenceOf } from '../parts/refusal.tsx'
import { useWords } from '../words.ts'

export type BulkItem = { readonly id: string; readonly name: string }
export type BulkOutcome = BulkItem & { readonly fault: string | null; readonly says: string }

export function useBulk(act: (item: BulkItem) => Promise<{ readonly stateTitle: string }>) {
  const shell = useWords()
  const queries = useQueryClient()
  const [outcomes, setOutcomes] = useState<readonly BulkOutcome[]>([])
  const [running, setRunning] = useState(false)
  const stopped = useRef(false)
  const run = async (items: readonly BulkItem[]) => {
    stopped.current = false
    setRunning(true)
    setOutcomes([])
    for (const item of items) {
      if (stopped.current) break
      const outcome = await act(item).then(
        ({ stateTitle }) => ({ ...item, fault: null, says: stateTitle }),
        (error: unknown) => {
          const fault = sentenceOf(error instanceof Error ? error : new Error(String(error)), shell)
          return { ...item, fault, says: fault }
        },
      )
      setOutcomes((before) => [...before, outcome])
    }
    setRunning(false)
    await queries.invalidateQueries()
  }
  const stop = () => {
    stopped.current = true
  }
  return { outcomes, running, run, stop }
}
