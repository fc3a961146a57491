// Passwords as argon2id (RFC 9106) in PHC form, with the parameters OWASP asks for. Node computes it off the event loop.
import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { normalPassword } from '../kernel/policy/password.ts'

/** KiB, passes, lanes. */
const parameters = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32

const derive = promisify((given: Argon2Parameters, done: (error: Error | null, key: Buffer) => void) =>
  argon2('argon2id', given, done),
)
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

/** $argon2id$v=19$m=…,t=…,p=…$salt$key */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const key = await derive({ ...parameters, message: normalPassword(password), nonce, tagLength })
  const { memory, passes, parallelism } = parameters
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(key)}`
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** A hash nobody's password has: a login nobody has takes as long as one that exists. */
const nobody = hashPassword(randomBytes(32).toString('hex'))

export type Verified = {
  readonly matches: boolean
  /** Made with parameters that are no longer ours: hash it anew while the password is at hand. */
  readonly outdated: boolean
}

/** Takes the same time whether there is a hash or not. */
export async function verifyPassword(password: string, hash: string | null): Promise<Verified> {
  const [, memory, passes, parallelism, salt = '', tag = ''] = phc.exec(hash ?? (await nobody)) ?? []
  if (memory === undefined) return { matches: false, outdated: true }
  const used = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const expected = Buffer.from(tag, 'base64')
  const key = await derive({
    ...used,
    message: normalPassword(password),
    nonce: Buffer.from(salt, 'base64'),
    tagLength: expected.length,
  })
  return {
    matches: timingSafeEqual(key, expected) && hash !== null,
    outdated:
      used.memory !== parameters.memory ||
      used.passes !== parameters.passes ||
      used.parallelism !== parameters.parallelism,
  }
}
