// Clients in a process of their own: one save after the other, or a day's work with time to think in between.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, openConnection } from './connection.ts'
import { MARK, type Preparer } from './year.ts'

export type Work = {
  readonly origin: string
  readonly form: string
  readonly preparers: readonly Preparer[]
  readonly seconds: number
  /** null = no time to think, and nothing but saves. */
  readonly think: Think | null
}

/** Seconds between two requests: the least, what comes on top on average (the longer the rarer), the most. */
export type Think = { readonly least: number; readonly more: number; readonly most: number }

type Kind = 'save' | 'open' | 'list' | 'check'
/** What preparers do: half of it is saving, one in 25 is a document to be checked. The shares add up. */
const kinds: readonly (readonly [Kind, number])[] = [
  ['save', 0.5],
  ['open', 0.76],
  ['list', 0.96],
  ['check', 1],
]

export type Done = {
  /** Milliseconds of every request, by what it was. */
  readonly took: Readonly<Record<Kind, readonly number[]>>
  readonly errors: readonly string[]
  /** Every save that was answered: the version it was told to be, and what stood in the place of the mark. */
  readonly saved: readonly Saved[]
  readonly preparers: readonly Preparer[]
  readonly seconds: number
}

export type Saved = { readonly filing: string; readonly version: number; readonly mark: string }

/** What is handed to be checked. */
const document = readFileSync(join(import.meta.dirname, '..', '..', 'demo', '001.txt'))

let stopped = false

async function run({ origin, form, preparers, seconds, think }: Work): Promise<Done> {
  const took: Record<Kind, number[]> = { save: [], open: [], list: [], check: [] }
  const errors: string[] = []
  const saved: Saved[] = []
  const [before = '', after = ''] = form.split(MARK)
  const from = performance.now()
  const until = from + seconds * 1000
  const run = Math.random().toString(36).slice(2, 8)

  const timed = async (what: Kind, asked: () => Promise<Answer>): Promise<string | undefined> => {
    const began = performance.now()
    try {
      const { status, text } = await asked()
      if (status === 200) {
        took[what].push(performance.now() - began)
        return text
      }
      errors.push(`${what}: ${status} ${text.slice(0, 200)}`)
    } catch (error) {
      errors.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
    }
    return undefined
  }

  const one = async (preparer: Preparer): Promise<Preparer> => {
    let { version } = preparer
    let attempts = 0
    const { secret, filing } = preparer
    const connection = openConnection(origin)
    const who = { cookie: `hengji_session=${secret}`, 'x-hengji': '1' }
    const get = (path: string) => connection.ask({ method: 'GET', path: `/api${path}`, headers: who })
    const send = (method: string, path: string, type: string, body: string | Uint8Array) =>
      connection.ask({ method, path: `/api${path}`, headers: { ...who, 'content-type': type }, body })
    const save = async () => {
      const mark = `${run}-${++attempts}`
      const body = `{"version":${version},"form":${before}${mark}${after}}`
      const text = await timed('save', () => send('PUT', `/filings/${filing}/form`, 'application/json', body))
      if (text === undefined) return lookAgain()
      version = versionIn(text) ?? version
      saved.push({ filing, version, mark })
    }
    /** Whether a save that was not answered was made, only the server knows. */
    const lookAgain = async () => {
      await sleep(50)
      const answer = await get(`/filings/${filing}`).catch(() => undefined)
      if (answer?.status === 200) version = versionIn(answer.text) ?? version
    }
    const act: Readonly<Record<Kind, () => Promise<unknown>>> = {
      save,
      open: () => timed('open', () => get(`/filings/${filing}`)),
      list: () => timed('list', () => get('/filings?box=mine')),
      check: () => timed('check', () => send('POST', '/check?name=001.txt', 'application/octet-stream', document)),
    }
    const rest = (seconds: number) => sleep(Math.max(0, Math.min(seconds * 1000, until - performance.now())))
    if (think !== null) await rest(Math.random() * (think.least + think.more))
    while (!stopped && performance.now() < until) {
      await act[think === null ? 'save' : drawn()]()
      if (think !== null) await rest(secondsOf(think))
    }
    connection.end()
    return { ...preparer, version }
  }

  const left = await Promise.all(preparers.map(one))
  return { took, errors, saved, preparers: left, seconds: (performance.now() - from) / 1000 }
}

const versionIn = (text: string): number | undefined => {
  const found = /"version":(\d+)/.exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}

function drawn(): Kind {
  const chance = Math.random()
  return kinds.find(([, upTo]) => chance < upTo)?.[0] ?? 'save'
}

const secondsOf = ({ least, more, most }: Think): number => Math.min(most, least - more * Math.log(1 - Math.random()))

process.on('message', (work) => {
  stopped = work === 'stop'
  if (!stopped) void run(work as Work).then((done) => process.send?.(done)) // the parent sends nothing else
})
