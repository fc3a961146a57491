// Doing something with a filing: says what it became, keeps a refusal with its cells to be shown.
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import type { MovedFiling } from '../../api/filings.ts'
import { Refusal } from '../call.ts'
import { sentenceOf } from '../parts/refusal.tsx'
import { useLifecycleWords } from '../words/lifecycle.ts'
import { useWords } from '../words.ts'

export type Acting = {
  readonly busy: boolean
  readonly refused: Refusal | null
  readonly forget: () => void
  /** `then` only where it was done. */
  readonly act: (title: string, work: () => Promise<MovedFiling>, then?: () => unknown) => Promise<void>
}

export function useActing(beforeAct?: () => Promise<unknown>): Acting {
  const shell = useWords()
  const lifecycle = useLifecycleWords()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const act: Acting['act'] = async (title, work, then) => {
    setBusy(true)
    setRefused(null)
    try {
      await beforeAct?.()
      const moved = await work()
      void message.success(`${title}：${lifecycle.state(moved.state)}`)
      await queries.invalidateQueries()
      await then?.()
    } catch (error) {
      if (error instanceof Refusal) setRefused(error)
      else void message.error(sentenceOf(error instanceof Error ? error : new Error(String(error)), shell))
    }
    setBusy(false)
  }
  return { busy, refused, forget: () => setRefused(null), act }
}
