// Asks the thread of the rules about one form after another. While it is at work only the newest form waits for it.
import type { Form } from '../../kernel/form/form.ts'
import type { FormCheck } from '../../kernel/review/check.ts'

export type Asked = { readonly number: number; readonly form: Form; readonly profile: string }
export type Answered = { readonly number: number; readonly check: FormCheck }

/** What a thread is to us; the browser's own is one. */
export type Thread = {
  readonly postMessage: (asked: Asked) => void
  readonly terminate: () => void
  onmessage: ((event: MessageEvent<Answered>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export type CheckThread = {
  /** Makes the thread ready before it is asked. */
  readonly begin: () => void
  readonly ask: (form: Form) => void
  readonly stop: () => void
}

/** `failed`: the thread could not be loaded or fell over; the next question begins a new one. */
export function checkThread(
  open: () => Thread,
  profile: string,
  answered: (form: Form, check: FormCheck) => void,
  failed: () => void,
): CheckThread {
  let thread: Thread | null = null
  let number = 0
  /** The form the thread is at, and the one that waits. */
  let at: Form | null = null
  let waiting: Form | null = null

  const stop = () => {
    thread?.terminate()
    thread = null
    at = null
    waiting = null
  }
  const started = (): Thread => {
    const one = open()
    one.onmessage = ({ data }) => {
      if (at === null || data.number !== number) return
      const [form, next] = [at, waiting]
      at = null
      waiting = null
      answered(form, data.check)
      if (next) ask(next)
    }
    one.onerror = (event) => {
      event.preventDefault()
      stop()
      failed()
    }
    return one
  }
  const begin = () => {
    thread ??= started()
  }
  const ask = (form: Form) => {
    if (at !== null) {
      waiting = form
      return
    }
    thread ??= started()
    at = form
    number++
    thread.postMessage({ number, form, profile })
  }
  return { begin, ask, stop }
}
