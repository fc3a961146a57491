// One line of the HTTP contract: what the server serves and the web calls. No handler here, so the web can import it.
import type { ZodType } from 'zod'
import type { Permission } from '../kernel/policy/policy.ts'
import type { ProblemError } from '../kernel/problem.ts'

export type WriteMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Method = 'GET' | WriteMethod
/** `file`: the body is the file's bytes, its name and options are in the query. */
export type Body = 'none' | 'json' | 'file'

export type Endpoint<I, O, B extends Body = Body> = {
  /** The line of the policy it stands under; who may call it at all. Where and in which state is decided by its action. */
  readonly may: Permission
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

/** endpoint<Output>()('form.read', 'GET', '/forms/:id', input). */
export const endpoint =
  <O>() =>
  <I>(may: Permission, method: Method, path: string, input: ZodType<I>): Endpoint<I, O, 'none'> => ({
    may,
    method,
    path,
    input,
    body: 'none',
  })

/** An endpoint whose input stands in a JSON body (beside what is in the path). */
export const jsonEndpoint =
  <O>() =>
  <I>(may: Permission, method: WriteMethod, path: string, input: ZodType<I>): Endpoint<I, O, 'json'> => ({
    may,
    method,
    path,
    input,
    body: 'json',
  })

/** An endpoint whose body is a file. */
export const fileEndpoint =
  <O>() =>
  <I>(may: Permission, path: string, input: ZodType<I>): Endpoint<I, O, 'file'> => ({
    may,
    method: 'POST',
    path,
    input,
    body: 'file',
  })

/** How the server answers a refusal. */
export type ApiProblem = {
  readonly code: string
  readonly message: string
  /** Field by field or cell by cell, where the refusal names several. */
  readonly errors?: readonly ProblemError[]
}
