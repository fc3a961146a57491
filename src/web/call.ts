// Calls an endpoint of the contract.
import { queryOptions } from '@tanstack/react-query'
import type { ApiProblem, Endpoint } from '../api/endpoint.ts'
import { isAway } from './presence.ts'

/** A refusal as the server said it; the sentence is for the user. Code `offline`: no answer at all; `unreadable`: what was to be sent; the page finds the words. */
export class Refusal extends Error {
  readonly code: string
  /** Field by field, where the refusal names several. */
  readonly errors: NonNullable<ApiProblem['errors']>
  constructor({ code, message, errors }: ApiProblem) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.errors = errors ?? []
  }
}

type Asked = { readonly bytes?: Blob; readonly signal?: AbortSignal }

export async function call<I, O>(endpoint: Endpoint<I, O>, input: I, asked: Asked = {}): Promise<O> {
  const response = await ask(endpoint, input, asked)
  return (response.status === 204 ? undefined : await response.json()) as O // 204: the contract says void
}

type AskedFile = {
  readonly signal?: AbortSignal
  /** Told how many bytes have come so far. */
  readonly onProgress?: (bytes: number) => void
}

/** For an endpoint that answers a file. */
export async function callFile<I>(
  endpoint: Endpoint<I, ArrayBuffer>,
  input: I,
  { signal, onProgress }: AskedFile = {},
): Promise<ArrayBuffer> {
  const response = await ask(endpoint, input, signal ? { signal } : {})
  if (!onProgress || !response.body) return response.arrayBuffer()
  let bytes = 0
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      bytes += piece.length
      onProgress(bytes)
      controller.enqueue(piece)
    },
  })
  return new Response(response.body.pipeThrough(counted)).arrayBuffer()
}

async function ask<I, O>(endpoint: Endpoint<I, O>, input: I, { bytes, signal }: Asked): Promise<Response> {
  const values = new Map(Object.entries(input as Record<string, unknown>))
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(values.get(name))
    values.delete(name)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams()
  if (endpoint.body !== 'json')
    for (const [name, value] of values) if (value !== undefined && value !== '') query.set(name, String(value))
  const url = `/api${path}${query.size > 0 ? `?${query}` : ''}`
  const body = endpoint.body === 'json' ? JSON.stringify(Object.fromEntries(values)) : bytes
  const init: RequestInit = {
    method: endpoint.method,
    // No other site can send this header, so a write that carries it comes from our page.
    headers: {
      'x-hengji': '1',
      ...(isAway() ? { 'x-hengji-background': '1' } : {}),
      ...(body === undefined ? {} : { 'content-type': contentTypes[endpoint.body] }),
    },
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  }
  const response = await fetch(url, init).catch(async (error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    const code = bytes === undefined || (await isReadable(bytes)) ? 'offline' : 'unreadable'
    throw new Refusal({ code, message: code })
  })
  if (!response.ok) throw new Refusal(await refusalOf(response))
  return response
}

/** A file that was changed or moved after it was chosen: the browser does not send it, and fails as it does without a server. */
const isReadable = (bytes: Blob): Promise<boolean> =>
  bytes
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    )

const contentTypes = { none: 'text/plain', json: 'application/json', file: 'application/octet-stream' } as const

const refusalOf = async (response: Response): Promise<ApiProblem> => {
  const body: unknown = await response.json().catch(() => null)
  if (body !== null && typeof body === 'object' && 'message' in body) return body as ApiProblem
  return { code: 'internal', message: `服务出错（${response.status}），请稍后重试。` }
}

export const query = <I, O>(endpoint: Endpoint<I, O>, input: I) =>
  queryOptions({ queryKey: [endpoint.path, input], queryFn: ({ signal }) => call(endpoint, input, { signal }) })
