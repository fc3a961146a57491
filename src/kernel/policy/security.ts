// How strict signing in is here: one setting of the installation, every part with a default.
import { z } from 'zod'
import { allRoles } from './roles.ts'

const count = (least: number, most: number) => z.int().min(least).max(most)

export const Security = z.object({
  password: z
    .object({
      /** Characters. */
      length: count(8, 64).default(10),
      /** Kinds of characters at least: small, capital, digit, other. */
      kinds: count(1, 4).default(1),
      /** How hard to guess, 0 to 4 as zxcvbn counts: 2 = more than 10⁶ tries. */
      strength: count(0, 4).default(2),
      /** So many last passwords do not come back. */
      history: count(0, 24).default(5),
      /** After so many days a new one must be chosen; 0 = never. */
      days: count(0, 3650).default(0),
    })
    .prefault({}),
  lockout: z
    .object({
      /** So many failures in a row lock the login. */
      failures: count(2, 100).default(5),
      /** The first lock; each failure after it doubles the time. */
      minutes: count(1, 1440).default(15),
      /** No lock is longer. */
      mostMinutes: count(1, 10_080).default(1440),
    })
    .prefault({}),
  session: z
    .object({
      /** Without a request for so long it ends. */
      idleMinutes: count(5, 1440).default(30),
      /** It ends whatever happens. */
      hours: count(1, 168).default(12),
    })
    .prefault({}),
  /** Who holds one of these roles must sign in with a second factor. */
  factorFor: z.array(z.enum(allRoles)).default([]),
})
export type Security = z.infer<typeof Security>

export const defaultSecurity: Security = Security.parse({})

/** Minutes a login is locked after so many failures in a row; 0 = not yet. */
export function lockMinutes({ lockout }: Security, failures: number): number {
  const beyond = failures - lockout.failures
  return beyond < 0 ? 0 : Math.min(lockout.mostMinutes, lockout.minutes * 2 ** Math.min(beyond, 20))
}

/** When a session that was last used at `seen` ends. */
export const idleEnd = ({ session }: Security, seen: Date): Date =>
  new Date(seen.getTime() + session.idleMinutes * 60_000)
export const absoluteEnd = ({ session }: Security, now: Date): Date =>
  new Date(now.getTime() + session.hours * 3_600_000)
