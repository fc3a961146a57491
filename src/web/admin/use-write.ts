// One write at a time: after it what is on the page is asked anew; a refusal stays until the next attempt.
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'

export type Write = {
  readonly busy: boolean
  readonly refusal: Error | null
  /** `then` is given the answer; a sentence it returns is shown as done. */
  readonly write: <T>(work: () => Promise<T>, then: (answer: T) => string | undefined) => Promise<void>
  readonly forget: () => void
}

export function useWrite(): Write {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Error | null>(null)
  const write: Write['write'] = async (work, then) => {
    setBusy(true)
    setRefusal(null)
    try {
      const answer = await work()
      await queries.invalidateQueries()
      const done = then(answer)
      if (done) void message.success(done)
    } catch (error) {
      setRefusal(error instanceof Error ? error : new Error(String(error)))
    }
    setBusy(false)
  }
  return { busy, refusal, write, forget: () => setRefusal(null) }
}
