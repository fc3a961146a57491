// One line of the HTTP contract: what the server serves and the web calls. No handler here, so the web can import it.
import type { ZodType } from 'zod'

export type Method = 'GET' | 'POST'
/** `file`: the body is the file's bytes, its name and options are in the query. */
export type Body = 'none' | 'json' | 'file'

export type Endpoint<I, O, B extends Body = Body> = {
  readonly method: Method
  readonly path: string
  readonly input: ZodType<I>
  readonly body: B
  /** A type only: the server has typed values, the web trusts its own server. */
  readonly output?: O
}

/** What an action is given: the checked input, and the bytes where the body is a file. */
export type InputOf<E> =
  E extends Endpoint<infer I, unknown, infer B> ? (B extends 'file' ? I & { bytes: Uint8Array } : I) : never
export type OutputOf<E> = E extends Endpoint<unknown, infer O> ? O : never

/** endpoint<Output>()('GET', '/forms/:id', input). */
export const endpoint =
  <O>() =>
  <I>(method: Method, path: string, input: ZodType<I>): Endpoint<I, O, 'none'> => ({
    method,
    path,
    input,
    body: 'none',
  })

/** An endpoint whose body is a file. */
export const fileEndpoint =
  <O>() =>
  <I>(path: string, input: ZodType<I>): Endpoint<I, O, 'file'> => ({ method: 'POST', path, input, body: 'file' })

/** How the server answers a refusal. */
export type ApiProblem = { readonly code: string; readonly message: string }
