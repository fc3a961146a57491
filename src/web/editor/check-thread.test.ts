import { describe, expect, it } from 'vitest'
import { blankForm } from '../../kernel/form/blank.ts'
import type { Form } from '../../kernel/form/form.ts'
import { checkForm } from '../../kernel/review/check.ts'
import { type Asked, checkThread, type Thread } from './check-thread.ts'

/** A thread that answers when it is told to. */
function slowThread() {
  const asked: Asked[] = []
  const thread: Thread & { stopped: boolean } = {
    stopped: false,
    onmessage: null,
    onerror: null,
    postMessage: (one) => asked.push(one),
    terminate: () => {
      thread.stopped = true
    },
  }
  const answer = () => {
    const one = asked.at(-1)
    if (one)
      thread.onmessage?.(new MessageEvent('message', { data: { number: one.number, check: checkForm(one.form) } }))
  }
  return { thread, asked, answer }
}
const titled = (title: string): Form => ({ ...blankForm('project-self-evaluation'), title })

function opened() {
  const threads: ReturnType<typeof slowThread>[] = []
  const [answers, failures]: [string[], string[]] = [[], []]
  const thread = checkThread(
    () => {
      const one = slowThread()
      threads.push(one)
      return one.thread
    },
    'national@2020',
    ({ title }) => answers.push(title ?? ''),
    () => failures.push('fell over'),
  )
  return { thread, threads, answers, failures }
}

describe('the thread of the rules', () => {
  it('is asked about the newest form only, once it is free again', () => {
    const { thread, threads, answers } = opened()
    for (const title of ['one', 'two', 'three']) thread.ask(titled(title))
    const [first] = threads
    expect(first?.asked.map(({ form }) => form.title)).toEqual(['one'])
    first?.answer()
    expect(first?.asked.map(({ form }) => form.title)).toEqual(['one', 'three'])
    first?.answer()
    expect(answers).toEqual(['one', 'three'])
    expect(threads).toHaveLength(1)
  })

  it('is begun again with the next question after it fell over', () => {
    const { thread, threads, answers, failures } = opened()
    thread.ask(titled('one'))
    threads[0]?.thread.onerror?.({ preventDefault: () => undefined } as ErrorEvent) // what the browser gives, as far as it is used
    expect(failures).toEqual(['fell over'])
    expect(threads[0]?.thread.stopped).toBe(true)
    thread.ask(titled('two'))
    threads[1]?.answer()
    expect(answers).toEqual(['two'])
  })

  it('says nothing more after it was stopped', () => {
    const { thread, threads, answers } = opened()
    thread.ask(titled('one'))
    thread.stop()
    threads[0]?.answer()
    expect(answers).toEqual([])
  })
})
