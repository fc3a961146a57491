// Requests with conditions: only if it changed (If-None-Match), only if it did not (If-Match), only once (Idempotency-Key).
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../actions/context.ts'
import { doOnce } from '../actions/do-once.ts'
import { Problem, problem } from '../kernel/problem.ts'

/** Every answer of the API that is JSON has an ETag; asked with it again, an unchanged one is not sent twice. */
export function entityTags(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const tagged = request.method === 'GET' && reply.statusCode === 200 && request.url.startsWith('/api/')
    done(null, tagged && typeof payload === 'string' ? unlessKnown(request, reply, payload) : payload)
  })
}

/** The payload under its tag; empty where the caller has it already. */
function unlessKnown(request: FastifyRequest, reply: FastifyReply, payload: string): string {
  const hash = createHash('sha256').update(payload).digest('base64url').slice(0, 22)
  const tag = `"${reply.getHeader('etag') ?? ''}${hash}"`
  reply.header('etag', tag)
  const known = (request.headers['if-none-match'] ?? '').split(/\s*,\s*/).map((one) => one.replace(/^W\//, ''))
  if (!known.includes(tag) && !known.includes('*')) return payload
  reply.code(304).removeHeader('content-type').removeHeader('content-length')
  return ''
}

/** The first part of the tag of what has a revision, so that a write can be bound to it. */
export function tagRevision(reply: FastifyReply, answer: unknown): void {
  if (answer !== null && typeof answer === 'object' && 'revision' in answer)
    reply.header('etag', `r${answer.revision}-`)
}

/** The revision an If-Match names; undefined without one. Problem: precondition.failed for a tag that names none. */
export function revisionAsked({ headers }: FastifyRequest): number | undefined {
  const asked = headers['if-match']
  if (asked === undefined || asked === '*') return undefined
  const revision = /^(?:W\/)?"?r(\d+)(?:-[\w-]*)?"?$/.exec(asked)?.[1]
  if (revision === undefined) throw problem('precondition.failed', { reason: 'If-Match 不是本接口给出的 ETag' })
  return Number(revision)
}

/** Runs a write under If-Match: what it refuses because of a newer revision is a failed condition. */
export async function ifMatching<T>(revision: number | undefined, given: unknown, write: () => Promise<T>): Promise<T> {
  if (revision === undefined) return write()
  if (given === null || typeof given !== 'object' || !('revision' in given) || given.revision !== revision)
    throw problem('precondition.failed', { reason: '这个操作不能以 If-Match 为条件' })
  return write().catch((error: unknown) => {
    if (error instanceof Problem && /\.changed$/.test(error.code))
      throw problem('precondition.failed', { reason: error.message })
    throw error
  })
}

/** Answers of writes sent with an Idempotency-Key are kept for a day and given again. */
export async function once(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  write: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers['idempotency-key']
  if (request.method !== 'POST' || key === undefined || context.actor.kind === 'anonymous') return write()
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw problem('input.invalid', { message: 'Idempotency-Key 应为 1 到 200 个可见字符' })
  const body = request.body instanceof Uint8Array ? request.body : JSON.stringify(request.body ?? null)
  const { status, answer, repeated } = await doOnce(
    context,
    { key, content: ['POST', request.url, body] },
    async () => {
      const done = await write()
      return {
        status: done === undefined ? 204 : reply.statusCode,
        answer: done === undefined ? '' : JSON.stringify(done),
      }
    },
  )
  if (repeated) reply.header('idempotent-replayed', 'true')
  reply.code(status)
  return answer === '' ? undefined : JSON.parse(answer)
}
