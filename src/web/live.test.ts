import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

/** A browser's stream as far as the page uses it: its state, and what it tells of. */
class Stream extends EventTarget {
  static readonly CLOSED = 2
  readyState = 0
  close() {
    this.readyState = Stream.CLOSED
  }
}

const opened: Stream[] = []
const page = Object.assign(new EventTarget(), { hidden: false })

beforeEach(() => {
  opened.length = 0
  page.hidden = false
  vi.useFakeTimers()
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('document', page)
  vi.stubGlobal(
    'EventSource',
    class extends Stream {
      constructor() {
        super()
        opened.push(this)
      }
    },
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const listening = async () => (await import('./live.ts')).keepListening(new QueryClient())
const refuse = (stream: Stream | undefined) => {
  stream?.close()
  stream?.dispatchEvent(new Event('error'))
}

it('asks again for a stream that was refused, until it is given, and not once it is left', async () => {
  const stop = await listening()
  refuse(opened[0])
  vi.advanceTimersByTime(29_000)
  expect(opened).toHaveLength(1)
  vi.advanceTimersByTime(1_000)
  expect(opened).toHaveLength(2)
  vi.advanceTimersByTime(300_000)
  expect(opened).toHaveLength(2)
  refuse(opened[1])
  stop()
  vi.advanceTimersByTime(300_000)
  expect(opened).toHaveLength(2)
})

it('leaves a lost connection to the browser, which tries again by itself', async () => {
  const stop = await listening()
  opened[0]?.dispatchEvent(new Event('error'))
  vi.advanceTimersByTime(300_000)
  expect(opened).toHaveLength(1)
  stop()
})

it('lets go while the page is hidden, and listens again when it is shown', async () => {
  const stop = await listening()
  page.hidden = true
  page.dispatchEvent(new Event('visibilitychange'))
  expect(opened[0]?.readyState).toBe(Stream.CLOSED)
  page.hidden = false
  page.dispatchEvent(new Event('visibilitychange'))
  expect(opened).toHaveLength(2)
  stop()
  expect(opened[1]?.readyState).toBe(Stream.CLOSED)
})
