// Clients in a process of their own: keep-alive HTTP, one save after the other or with time to think in between.
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { MARK, type Preparer } from './year.ts'

export type Work = {
  readonly origin: string
  readonly form: string
  readonly preparers: readonly Preparer[]
  readonly seconds: number
  /** Least and most seconds between two requests; null = none, and nothing but saves. */
  readonly think: readonly [number, number] | null
}

export type Done = {
  /** Milliseconds of every request, by what it was. */
  readonly took: Readonly<Record<'save' | 'read' | 'list', readonly number[]>>
  readonly errors: readonly string[]
  /** Every save that was answered: the version it was told to be, and what stood in the place of the mark. */
  readonly saved: readonly Saved[]
  readonly preparers: readonly Preparer[]
  readonly seconds: number
}

export type Saved = { readonly filing: string; readonly version: number; readonly mark: string }

type Answer = { readonly status: number; readonly text: string }

let stopped = false

async function run({ origin, form, preparers, seconds, think }: Work): Promise<Done> {
  const agent = new Agent({ keepAlive: true, maxSockets: preparers.length })
  const took = { save: [] as number[], read: [] as number[], list: [] as number[] }
  const errors: string[] = []
  const saved: Saved[] = []
  const [before = '', after = ''] = form.split(MARK)
  const from = performance.now()
  const until = from + seconds * 1000
  const run = Math.random().toString(36).slice(2, 8)

  const timed = async (what: keyof typeof took, asked: () => Promise<Answer>): Promise<string | undefined> => {
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
    const ask = (method: string, path: string, body?: string) =>
      send(agent, `${origin}/api${path}`, { method, secret, ...(body === undefined ? {} : { body }) })
    const save = async () => {
      const mark = `${run}-${++attempts}`
      const body = `{"version":${version},"form":${before}${mark}${after}}`
      const text = await timed('save', () => ask('PUT', `/filings/${filing}/form`, body))
      if (text === undefined) return lookAgain()
      version = versionIn(text) ?? version
      saved.push({ filing, version, mark })
    }
    /** Whether a save that was not answered was made, only the server knows. */
    const lookAgain = async () => {
      await sleep(50)
      const answer = await ask('GET', `/filings/${filing}`).catch(() => undefined)
      if (answer?.status === 200) version = versionIn(answer.text) ?? version
    }
    if (think !== null) await sleep(Math.random() * think[1] * 1000)
    while (!stopped && performance.now() < until) {
      const chance = think === null ? 0 : Math.random()
      if (chance < 0.6) await save()
      else if (chance < 0.8) await timed('read', () => ask('GET', `/filings/${filing}`))
      else await timed('list', () => ask('GET', '/filings?box=mine'))
      if (think !== null) await sleep((think[0] + Math.random() * (think[1] - think[0])) * 1000)
    }
    return { ...preparer, version }
  }

  const left = await Promise.all(preparers.map(one))
  agent.destroy()
  return { took, errors, saved, preparers: left, seconds: (performance.now() - from) / 1000 }
}

const versionIn = (text: string): number | undefined => {
  const found = /"version":(\d+)/.exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}

type Asked = { readonly method: string; readonly secret: string; readonly body?: string }

function send(agent: Agent, url: string, { method, secret, body }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const type =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const headers = { cookie: `hengji_session=${secret}`, 'x-hengji': '1', ...type }
    const asking = request(url, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
      response.on('error', reject)
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

process.on('message', (work) => {
  stopped = work === 'stop'
  if (!stopped) void run(work as Work).then((done) => process.send?.(done)) // the parent sends nothing else
})
