import { z } from 'zod'
import type { Permission } from '../kernel/policy/policy.ts'
import type { Role } from '../kernel/policy/roles.ts'
import { endpoint, jsonEndpoint } from './endpoint.ts'

export type OwnGrant = {
  readonly role: Role
  readonly roleName: string
  readonly organisation: string
  readonly organisationName: string
}

/** What the person must do before anything else; the page leads there. */
export type Owed = 'second-factor' | 'password-change' | 'factor-enrolment'

/** Who is signed in, and what this person may do somewhere. */
export type Session = {
  readonly person: { readonly id: string; readonly login: string; readonly name: string } | null
  readonly owed: Owed | null
  readonly grants: readonly OwnGrant[]
  readonly permissions: readonly Permission[]
  /** Without a request until then the session ends; null without one. */
  readonly idleUntil: string | null
  readonly hasFactor: boolean
  /** Name of the identity provider people may sign in with; null = there is none. */
  readonly elsewhere: string | null
  /** Nobody exists yet: the first set-up is open. */
  readonly setup: boolean
}

export type OpenSession = {
  readonly id: string
  /** This is the one the request came through. */
  readonly own: boolean
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
  readonly agent: string
  readonly address: string
}

export type FactorProposal = {
  /** otpauth://totp/… for a link on a telephone. */
  readonly uri: string
  /** base32, to be typed where nothing can be scanned. */
  readonly secret: string
  /** The same as a QR code, an SVG document. */
  readonly svg: string
}

/** As typed: case and blanks at the ends do not matter. */
export const Login = z
  .string()
  .trim()
  .min(1, '请填写登录名')
  .max(64)
  .regex(/^\P{Cc}*$/u, '登录名含有看不见的控制字符')
  .transform((text) => text.normalize('NFKC').toLowerCase())
const password = z.string().min(1, '请填写密码').max(200, '密码最多 200 个字符')
const code = z.string().trim().min(6, '请填写验证码').max(40)

export const sessions = {
  get: endpoint<Session>()('service.read', 'GET', '/session', z.object({})),
  open: jsonEndpoint<Session>()('session.open', 'POST', '/session', z.object({ login: Login, password })),
  /** The code of the authenticator, or one of the recovery codes. */
  prove: jsonEndpoint<Session>()('session.open', 'POST', '/session/factor', z.object({ code })),
  close: endpoint<Session>()('service.read', 'DELETE', '/session', z.object({})),
  /** Sends the browser to the identity provider, which sends it back. */
  goElsewhere: endpoint<void>()('session.open', 'GET', '/session/elsewhere', z.object({})),
  comeBack: endpoint<void>()('session.open', 'GET', '/session/elsewhere/callback', z.object({})),
  list: endpoint<readonly OpenSession[]>()('session.own', 'GET', '/sessions', z.object({})),
  /** All but the present one. */
  closeOthers: endpoint<{ readonly closed: number }>()('session.own', 'DELETE', '/sessions', z.object({})),
  closeOne: endpoint<void>()(
    'session.own',
    'DELETE',
    '/sessions/:id',
    z.object({ id: z.string().regex(/^[0-9a-f]{64}$/, '不是登录的编号') }),
  ),
  changePassword: jsonEndpoint<Session>()(
    'session.own',
    'POST',
    '/session/password',
    z.object({ current: password, next: password }),
  ),
  proposeFactor: jsonEndpoint<FactorProposal>()(
    'session.own',
    'POST',
    '/session/second-factor',
    z.object({ password }),
  ),
  enrolFactor: jsonEndpoint<{ readonly recoveryCodes: readonly string[] }>()(
    'session.own',
    'POST',
    '/session/second-factor/confirm',
    z.object({ code }),
  ),
  removeFactor: jsonEndpoint<void>()(
    'session.own',
    'POST',
    '/session/second-factor/remove',
    z.object({ password, code }),
  ),
}
