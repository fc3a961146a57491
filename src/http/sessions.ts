import type { FastifyInstance, FastifyReply } from 'fastify'
import { changePassword } from '../actions/change-password.ts'
import { closeOtherSessions, closeSession, listSessions, signOut } from '../actions/close-sessions.ts'
import type { Context } from '../actions/context.ts'
import { enrolFactor, proposeFactor, removeOwnFactor } from '../actions/enrol-factor.ts'
import { getSession } from '../actions/get-session.ts'
import type { IdentityProvider } from '../actions/identity-provider.ts'
import { createToken, listTokens, revokeToken } from '../actions/own-tokens.ts'
import { proveFactor } from '../actions/prove-factor.ts'
import { type SignedIn, signIn } from '../actions/sign-in.ts'
import type { Vault } from '../actions/vault.ts'
import type { Session } from '../api/sessions.ts'
import { sessions } from '../api/sessions.ts'
import { tokens } from '../api/tokens.ts'
import { callerOf, keepSession } from './caller.ts'
import { sessionCookie, setCookie } from './cookie.ts'
import { elsewhereRoutes } from './elsewhere.ts'
import { serve } from './serve.ts'

export function sessionRoutes(
  app: FastifyInstance,
  context: Context,
  { provider, vault }: { readonly provider: IdentityProvider | null; readonly vault: Vault },
): void {
  const elsewhere = provider?.name ?? null
  const signedIn = async (given: Context, reply: FastifyReply, opened: SignedIn): Promise<Session> => {
    keepSession(reply, opened)
    return getSession(given, opened.secret, elsewhere)
  }
  serve(app, sessions, context, {
    get: (given, _, __, reply) => getSession(given, reply.request.secret, elsewhere),
    open: async (given, input, _, reply) =>
      signedIn(given, reply, await signIn(given, { ...input, ...callerOf(reply) })),
    prove: async (given, input, _, reply) =>
      signedIn(given, reply, await proveFactor(given, vault, { ...input, ...callerOf(reply) })),
    close: async (given, _, __, reply) => {
      await signOut(given, reply.request.secret)
      setCookie(reply, sessionCookie, '', { sameSite: 'Strict' })
      return getSession(given, undefined, elsewhere)
    },
    ...elsewhereRoutes(provider),
    list: listSessions,
    closeOne: closeSession,
    closeOthers: closeOtherSessions,
    changePassword: async (given, input, _, reply) =>
      signedIn(given, reply, await changePassword(given, { ...input, ...callerOf(reply) })),
    proposeFactor: (given, input) => proposeFactor(given, vault, input),
    enrolFactor: (given, input) => enrolFactor(given, vault, input),
    removeFactor: (given, input) => removeOwnFactor(given, vault, input),
  })
  serve(app, tokens, context, { list: listTokens, create: createToken, revoke: revokeToken })
}
