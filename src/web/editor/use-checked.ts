// What the rules say of the form being typed: the server's word at first and after every save, the page's own in between.
import { useQueryClient } from '@tanstack/react-query'
import { startTransition, useEffect, useMemo, useRef, useState } from 'react'
import { type FilingView, filings } from '../../api/filings.ts'
import type { Form } from '../../kernel/form/form.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import { query } from '../call.ts'
import { type CheckThread, checkThread } from './check-thread.ts'
import { withRelated } from './related-check.ts'
import type { SaveState } from './save-state.ts'

/** Milliseconds after a change: what was typed is on the screen before its form is handed over. */
const pause = 80
/** After which the rules are fetched even when nothing was typed yet: the connection may be gone by then. */
const idle = 1_500

export type Checked = {
  /** The form that was judged: the one on the screen, or one of a moment ago. */
  readonly form: Form
  readonly check: FormCheck
  /** The rules cannot be asked here: what is said is what the server said of the last save. */
  readonly stopped: boolean
}

/** Milliseconds without a change after a save before the server is asked anew: it is not asked for every pause. */
const quiet = 3_000

/** What only the server can judge, last year's form beside this one, is judged anew after a save. */
export function useServerCheck(id: string, save: SaveState, step: number): void {
  const queries = useQueryClient()
  const savedAt = save.is === 'saved' ? save.at : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the form begins the pause anew
  useEffect(() => {
    if (savedAt === null) return
    const { queryKey } = query(filings.get, { id })
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey }), quiet)
    return () => clearTimeout(timer)
  }, [queries, id, savedAt, step])
}

type Answer = { readonly form: Form; readonly check: FormCheck | null }

export function useChecked({ form: saved, check: server }: FilingView, form: Form): Checked {
  // what the server said of the form it sent needs no asking again
  const [answer, setAnswer] = useState<Answer>({ form: saved, check: null })
  const [stopped, setStopped] = useState(false)
  /** The form the rules were asked about last. */
  const asked = useRef(saved)
  const thread = useRef<CheckThread>(null)
  useEffect(() => {
    thread.current = checkThread(
      () => new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' }),
      server.profile,
      (judged, check) => {
        setStopped(false)
        startTransition(() => setAnswer({ form: judged, check }))
      },
      () => setStopped(true),
    )
    const timer = setTimeout(thread.current.begin, idle)
    return () => {
      clearTimeout(timer)
      thread.current?.stop()
      thread.current = null
    }
  }, [server.profile])
  useEffect(() => {
    if (form === asked.current) return
    const timer = setTimeout(() => {
      asked.current = form
      thread.current?.ask(form)
    }, pause)
    return () => clearTimeout(timer)
  }, [form])
  const check = useMemo(
    () => (answer.check === null ? server : withRelated(answer.check, server)),
    [answer.check, server],
  )
  return { form: answer.form, check, stopped }
}
