import { createHash } from 'node:crypto'
import { problem } from '../kernel/problem.ts'
import * as requests from '../store/idempotent-requests.ts'
import type { Context } from './context.ts'

type Once = {
  readonly key: string
  /** Everything that makes it the same request: method, address, body. */
  readonly content: readonly (string | Uint8Array)[]
}

/**
 * Does something under its sender's key: sent again, it is answered as the first time. What was refused may be sent
 * again. Where the program died meanwhile nobody knows whether it was done: then it is not done a second time.
 * Problems: idempotency.reused, idempotency.running.
 */
export async function doOnce(
  { db, actor, now }: Context,
  { key, content }: Once,
  act: () => Promise<requests.Answered>,
): Promise<requests.Answered & { readonly repeated: boolean }> {
  const hash = createHash('sha256')
  for (const part of content) hash.update(part).update('\0')
  const request = { actor: actor.id ?? actor.kind, key, fingerprint: hash.digest('hex') }
  const begun = await requests.begin(db, request, now())
  if (begun === 'other') throw problem('idempotency.reused', {})
  if (begun === 'running') throw problem('idempotency.running', {})
  if (begun !== 'fresh') return { ...begun, repeated: true }
  try {
    const answered = await act()
    await requests.finish(db, request, answered)
    return { ...answered, repeated: false }
  } catch (error) {
    await requests.forget(db, request)
    throw error
  }
}
