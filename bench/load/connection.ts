// A person's own connection, as lean as can be, so that the load costs the machine little: one request at a time.
import { connect, type Socket } from 'node:net'

export type Answer = { readonly status: number; readonly text: string }
export type Asked = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}
export type Connection = {
  /** Rejects where the connection breaks before all of the answer is there; the next request opens it anew. */
  readonly ask: (asked: Asked) => Promise<Answer>
  readonly end: () => void
}

/** To `http://host:port`; answers must say how long they are. */
export function openConnection(origin: string): Connection {
  const { hostname, port, host } = new URL(origin)
  let socket: Socket | undefined
  let settle: (outcome: Answer | Error) => void = () => {}
  const opened = (): Socket => {
    const chunks: Buffer[] = []
    const fresh = connect(Number(port), hostname).setNoDelay(true)
    const broken = (error: Error) => {
      if (fresh !== socket) return // one that was given up before
      socket = undefined
      fresh.destroy()
      settle(error)
    }
    fresh.on('error', broken)
    fresh.on('close', () => broken(new Error('the server closed the connection')))
    fresh.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      const answer = answerIn(chunks)
      if (answer === undefined) return
      chunks.length = 0
      settle(answer)
    })
    return fresh
  }
  const ask = ({ method, path, headers, body = '' }: Asked): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (!socket?.writable) socket = opened()
      settle = (outcome) => {
        settle = () => {}
        if (outcome instanceof Error) reject(outcome)
        else resolve(outcome)
      }
      const lines = [`${method} ${path} HTTP/1.1`, `host: ${host}`, `content-length: ${Buffer.byteLength(body)}`]
      for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
      socket.cork()
      socket.write(`${lines.join('\r\n')}\r\n\r\n`)
      socket.write(body)
      socket.uncork()
    })
  return { ask, end: () => socket?.destroy() }
}

/** The answer once it is all there. */
function answerIn(chunks: Buffer[]): Answer | undefined {
  const [first] = chunks
  if (first === undefined) return undefined
  const end = first.indexOf('\r\n\r\n')
  if (end === -1) return undefined
  const head = first.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
  const there = chunks.reduce((sum, { length }) => sum + length, 0) - end - 4
  return there < length ? undefined : { status, text: Buffer.concat(chunks).toString('utf8', end + 4) }
}
