// Secrets the program must be able to read again (those of authenticators), sealed before they are stored: whoever gets
// the database or a backup without the key gets nothing to sign in with.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { problem } from '../kernel/problem.ts'

export type Vault = {
  /** `purpose` says what it is and whose; opened for another purpose it is refused. */
  readonly seal: (secret: string, purpose: string) => string
  /** Text that was never sealed (stored before there was a vault) is answered as it is. Problems: secret.keyMissing, secret.damaged. */
  readonly open: (sealed: string, purpose: string) => string
  /** Sealed with the present key. */
  readonly isCurrent: (stored: string) => boolean
  /** Whether there is the key to open it. */
  readonly canOpen: (stored: string) => boolean
}

/** 256 bits. The id is in everything sealed with it, and tells nothing of it. */
export type VaultKey = { readonly id: string; readonly bytes: Buffer }

const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16
/** sealed:<id of the key>:<base64url of nonce, text, tag> */
const pattern = /^sealed:([0-9a-f]{8}):([\w-]+)$/

export const newKeyText = (): string => randomBytes(keyBytes).toString('base64')

/** Keys as base64, separated by white space or commas: the first seals, all open. Problem: secret.keyUnusable. */
export function keysOf(text: string, where: string): readonly VaultKey[] {
  const keys = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((key) => Buffer.from(key, 'base64'))
  if (keys.length === 0 || keys.some(({ length }) => length !== keyBytes))
    throw problem('secret.keyUnusable', { where })
  return keys.map((bytes) => ({ id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes }))
}

/** AES-256-GCM. */
export function createVault(keys: readonly VaultKey[]): Vault {
  const [present] = keys
  if (present === undefined) throw new Error('a vault needs a key')
  const keyFor = (stored: string): VaultKey | undefined => {
    const id = pattern.exec(stored)?.[1]
    return keys.find((key) => key.id === id)
  }
  return {
    seal: (secret, purpose) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', present.bytes, nonce).setAAD(Buffer.from(purpose))
      const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `sealed:${present.id}:${sealed.toString('base64url')}`
    },
    open: (stored, purpose) => {
      const [, id, content] = pattern.exec(stored) ?? []
      if (id === undefined || content === undefined) return stored
      const key = keyFor(stored)
      if (key === undefined) throw problem('secret.keyMissing', { id })
      return unseal(key, Buffer.from(content, 'base64url'), purpose)
    },
    isCurrent: (stored) => keyFor(stored) === present,
    canOpen: (stored) => !pattern.test(stored) || keyFor(stored) !== undefined,
  }
}

function unseal({ bytes }: VaultKey, sealed: Buffer, purpose: string): string {
  try {
    const decipher = createDecipheriv('aes-256-gcm', bytes, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(sealed.subarray(-tagBytes))
    const text = decipher.update(sealed.subarray(nonceBytes, -tagBytes))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    throw problem('secret.damaged', {})
  }
}

/** Where no key is configured: nothing is sealed, and what was sealed stays closed. */
export const noVault: Vault = {
  seal: () => {
    throw problem('secret.keyMissing', { id: '—' })
  },
  open: (stored) => {
    if (!pattern.test(stored)) return stored
    throw problem('secret.keyMissing', { id: pattern.exec(stored)?.[1] ?? '' })
  },
  isCurrent: () => false,
  canOpen: (stored) => !pattern.test(stored),
}
