// Saves by itself: a moment after the last change, again when the connection is back; what others saved is merged in.
import { useCallback, useEffect, useRef, useState } from 'react'
import { filings } from '../../api/filings.ts'
import type { Form } from '../../kernel/form/form.ts'
import { merge } from '../../kernel/form/merge.ts'
import type { ProblemError } from '../../kernel/problem.ts'
import { call, Refusal } from '../call.ts'
import { forget, keep } from './local-draft.ts'

export type SaveState =
  | { readonly is: 'saved'; readonly at: Date | null }
  | { readonly is: 'unsaved' | 'saving' | 'offline' | 'signed-out' }
  | { readonly is: 'refused'; readonly message: string }
  | { readonly is: 'conflict'; readonly conflicts: readonly ProblemError[] }

type Given = {
  readonly filingId: string
  readonly version: number
  /** As it was at `version`. */
  readonly base: Form
  readonly form: Form
  /** Grows with every change of `form`. */
  readonly step: number
  readonly enabled: boolean
  /** The form as it stands on the server with our change in it; replaces what is shown. */
  readonly onSaved: (form: Form, merged: boolean) => void
}

/** Milliseconds without a change after which a save begins; and between attempts without a connection. */
const pause = 1_200
const again = 5_000

export function useSaving({ filingId, version, base, form, step, enabled, onSaved }: Given) {
  const server = useRef({ version, base })
  const current = useRef({ form, step })
  current.current = { form, step }
  const savedStep = useRef(step)
  const busy = useRef(false)
  const [state, setState] = useState<SaveState>({ is: 'saved', at: null })

  const save = useCallback(async () => {
    if (busy.current || savedStep.current === current.current.step) return
    busy.current = true
    const sent = current.current
    setState({ is: 'saving' })
    try {
      const saved = await call(filings.save, { id: filingId, version: server.current.version, form: sent.form })
      const now = current.current
      const shown = now.step === sent.step ? saved.form : merge(sent.form, now.form, saved.form).form
      server.current = { version: saved.version, base: saved.form }
      savedStep.current = sent.step
      if (saved.merged) onSaved(shown, true)
      if (now.step === sent.step) forget(filingId)
      setState(now.step === sent.step ? { is: 'saved', at: new Date() } : { is: 'unsaved' })
    } catch (error) {
      setState(stateAfter(error))
    }
    busy.current = false
  }, [filingId, onSaved])

  // Kept here at once, saved a moment later.
  useEffect(() => {
    if (!enabled || step === savedStep.current) return
    keep(filingId, { ...server.current, form, at: new Date().toISOString() })
    setState((before) => (before.is === 'saving' || before.is === 'conflict' ? before : { is: 'unsaved' }))
    const timer = setTimeout(() => void save(), pause)
    return () => clearTimeout(timer)
  }, [enabled, filingId, form, step, save])

  useEffect(() => {
    if (state.is !== 'offline') return
    const timer = setInterval(() => void save(), again)
    return () => clearInterval(timer)
  }, [state.is, save])

  // The window is closed or hidden: no time for a pause.
  useEffect(() => {
    const hidden = () => void (document.visibilityState === 'hidden' && save())
    const warn = (event: BeforeUnloadEvent) => {
      if (savedStep.current !== current.current.step) event.preventDefault()
    }
    document.addEventListener('visibilitychange', hidden)
    addEventListener('beforeunload', warn)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      removeEventListener('beforeunload', warn)
    }
  }, [save])

  /** What others saved, once the person has chosen between both sides. */
  const resolve = (theirs: Form, theirVersion: number, chosen: Form) => {
    server.current = { version: theirVersion, base: theirs }
    setState({ is: 'unsaved' })
    onSaved(chosen, false)
  }
  return { state, save, resolve }
}

function stateAfter(error: unknown): SaveState {
  if (!(error instanceof Refusal)) return { is: 'refused', message: String(error) }
  if (error.code === 'offline' || error.code === 'database.recovering') return { is: 'offline' }
  if (error.code === 'session.missing') return { is: 'signed-out' }
  if (error.code === 'filing.conflict') return { is: 'conflict', conflicts: error.errors }
  return { is: 'refused', message: error.message }
}
