// One-time codes of an authenticator (TOTP, RFC 6238) and recovery codes for the day the telephone is lost.
import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { renderSVG } from 'uqr'
import type { FactorProposal } from '../api/sessions.ts'
import type { Tx } from '../store/db.ts'
import { spendRecoveryCode, spendStep } from '../store/passwords.ts'
import type { Vault } from './vault.ts'

const issuer = '衡绩'
const totp = (secret: Secret, label: string) =>
  new TOTP({ issuer, label, secret, algorithm: 'SHA1', digits: 6, period: 30 })

/** A new secret, 160 bits. */
export function newFactor(label: string): FactorProposal {
  const secret = new Secret({ size: 20 })
  const uri = totp(secret, label).toString()
  return { uri, secret: secret.base32, svg: renderSVG(uri, { border: 2 }) }
}

/** The time step the code belongs to, at most one away from now; null = the code is wrong. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timer = totp(Secret.fromBase32(secret), '')
  const timestamp = now.getTime()
  const delta = timer.validate({ token: code.replaceAll(/\s/g, ''), timestamp, window: 1 })
  return delta === null ? null : timer.counter({ timestamp }) + delta
}

/** What a sealed secret is for: another person's cannot be put in its place. */
export const factorPurpose = (person: string): string => `totp:${person}`

/**
 * Uses the code up, one of the authenticator's or a recovery code; false when it is wrong or was used before. A recovery
 * code works without the key of the vault. Problems: secret.keyMissing, secret.damaged.
 */
export async function spendFactor(
  tx: Tx,
  vault: Vault,
  person: { readonly id: string; readonly totpSecret: string | null },
  { code, now }: { readonly code: string; readonly now: Date },
): Promise<boolean> {
  if (person.totpSecret === null) return false
  if (!/^\d{6}$/.test(code.replaceAll(/\s/g, ''))) return spendRecoveryCode(tx, person.id, plainCode(code), now)
  const step = stepOf(vault.open(person.totpSecret, factorPurpose(person.id)), code, now)
  return step !== null && spendStep(tx, person.id, step)
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** Ten codes of 80 bits: abcd-efgh-ijkl-mnop. */
export const newRecoveryCodes = (): string[] => Array.from({ length: 10 }, () => groups(randomText(16)))
const groups = (text: string): string => text.replaceAll(/(.{4})(?=.)/g, '$1-')

/** A recovery code as stored, however it was typed. */
export const plainCode = (code: string): string => code.toLowerCase().replaceAll(/[^a-z2-7]/g, '')

/** A text of 5 random bits a character. */
export const randomText = (length: number): string =>
  [...randomBytes(length)].map((byte) => alphabet[byte & 31]).join('')
