// Saves by itself: a moment after the last change, again when the connection is back; what others saved is merged in.
import { useCallback, useEffect, useRef, useState } from 'react'
import { filings, type SavedFiling } from '../../api/filings.ts'
import type { Form } from '../../kernel/form/form.ts'
import { call, Refusal } from '../call.ts'
import { type DraftPlace, forget, keep } from './local-draft.ts'
import { type SaveState, stateAfter, triedAgainIn } from './save-state.ts'

type Given = {
  readonly place: DraftPlace
  /** The version the first edit is based on, and the form as it was at that version. */
  readonly version: number
  readonly base: Form
  readonly form: Form
  /** Grows with every change of `form`; 0 = as at `version`. */
  readonly step: number
  /** The form as it stands on the server with what was sent in it. */
  readonly onSaved: (sent: Form, saved: SavedFiling) => void
}

/** Milliseconds without a change after which a save begins. */
const pause = 1_200

export function useSaving({ place, version, base, form, step, onSaved }: Given) {
  const server = useRef({ version, base })
  const current = useRef({ form, step })
  current.current = { form, step }
  const savedStep = useRef(0)
  const keptStep = useRef(0)
  /** How often the server itself failed in a row. */
  const failures = useRef(0)
  const running = useRef<Promise<void> | null>(null)
  const [state, setState] = useState<SaveState>({ is: 'saved', at: null })
  /** False where the browser cannot keep what is not saved yet. */
  const [keptHere, setKeptHere] = useState(true)

  const saveOnce = useCallback(async () => {
    const sent = current.current
    setState({ is: 'saving' })
    try {
      const { version: number } = server.current
      const saved = await call(filings.save, { id: place.filingId, version: number, form: sent.form })
      failures.current = 0
      server.current = { version: saved.version, base: saved.form }
      savedStep.current = sent.step
      onSaved(sent.form, saved)
      const isAll = current.current.step === sent.step
      if (isAll) forget(place)
      setState(isAll ? { is: 'saved', at: new Date() } : { is: 'unsaved' })
    } catch (error) {
      failures.current = error instanceof Refusal && error.code === 'internal' ? failures.current + 1 : 0
      setState(
        error instanceof Refusal ? stateAfter(error, failures.current) : { is: 'refused', message: String(error) },
      )
      throw error
    }
  }, [place, onSaved])

  /** Ends when everything typed so far is on the server; throws what stands in the way. */
  const save = useCallback(async () => {
    while (running.current) await running.current.catch(() => undefined)
    while (savedStep.current !== current.current.step) {
      running.current = saveOnce()
      try {
        await running.current
      } finally {
        running.current = null
      }
    }
  }, [saveOnce])
  /** The same for what nobody waits for: the state says how it went. */
  const attempt = useCallback(() => void save().catch(() => undefined), [save])

  const keepNow = useCallback(() => {
    const { form: now, step: at } = current.current
    if (at === savedStep.current || at === keptStep.current) return
    keptStep.current = at
    setKeptHere(keep(place, { ...server.current, form: now, at: new Date().toISOString() }))
  }, [place])
  // Kept here as soon as it is on the screen, saved a moment later.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every change
  useEffect(() => {
    if (step === savedStep.current) return
    setState((before) => (before.is === 'saving' || before.is === 'conflict' ? before : { is: 'unsaved' }))
    const cancel = afterPaint(keepNow)
    const timer = setTimeout(attempt, pause)
    return () => {
      cancel()
      clearTimeout(timer)
    }
  }, [form, step, attempt, keepNow])

  useEffect(() => {
    const again = triedAgainIn(state)
    if (again === null && state.is !== 'signed-out') return
    const timer = again === null ? undefined : setInterval(attempt, again)
    // the connection is back; somebody signed in in another window
    addEventListener('online', attempt)
    addEventListener('focus', attempt)
    return () => {
      clearInterval(timer)
      removeEventListener('online', attempt)
      removeEventListener('focus', attempt)
    }
  }, [state, attempt])

  // The window is closed or hidden, or the person goes to another page: no time for a pause.
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState !== 'hidden') return
      keepNow()
      attempt()
    }
    const warn = (event: BeforeUnloadEvent) => {
      keepNow()
      if (savedStep.current !== current.current.step) event.preventDefault()
    }
    document.addEventListener('visibilitychange', hidden)
    addEventListener('beforeunload', warn)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      removeEventListener('beforeunload', warn)
      keepNow()
      attempt()
    }
  }, [attempt, keepNow])

  /** After the person has chosen between both sides: the next save is based on theirs. */
  const rebase = (theirs: Form, theirVersion: number) => {
    server.current = { version: theirVersion, base: theirs }
    if (savedStep.current !== current.current.step) setState({ is: 'unsaved' })
  }
  return { state, keptHere, save, attempt, rebase, server }
}

/** After the picture of what was done; answers how to leave it undone. */
function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
