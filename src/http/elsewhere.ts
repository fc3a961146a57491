// The way to the identity provider and back. A browser follows it, so refusals are addresses of the sign-in page.
import type { FastifyReply } from 'fastify'
import type { Context } from '../actions/context.ts'
import type { IdentityProvider, Pending } from '../actions/identity-provider.ts'
import { signInElsewhere } from '../actions/sign-in-elsewhere.ts'
import { Problem, problem } from '../kernel/problem.ts'
import { callerOf, keepSession } from './caller.ts'
import { cookieOf, setCookie } from './cookie.ts'

/** Lax: the provider's redirect is another site's, and must bring it along. */
const pendingCookie = 'hengji_elsewhere'
const minutes = 10
const signInPage = '/sign-in'

const addressOf = ({ request }: FastifyReply, path: string): URL =>
  new URL(path, `${request.protocol}://${request.host}`)

export const elsewhereRoutes = (provider: IdentityProvider | null) => ({
  goElsewhere: async (_: Context, __: unknown, ___: AbortSignal, reply: FastifyReply): Promise<void> => {
    await orSignInPage(reply, async () => {
      const callback = addressOf(reply, '/api/session/elsewhere/callback')
      const { url, pending } = await known(provider).begin(callback.href)
      const kept = [pending.state, pending.nonce, pending.verifier].join('.')
      setCookie(reply, pendingCookie, kept, { sameSite: 'Lax', maxAge: minutes * 60 })
      return url
    })
  },
  comeBack: async (context: Context, _: unknown, __: AbortSignal, reply: FastifyReply): Promise<void> => {
    await orSignInPage(reply, async () => {
      const pending = pendingOf(cookieOf(reply.request, pendingCookie))
      setCookie(reply, pendingCookie, '', { sameSite: 'Lax' })
      const identity = await known(provider).finish(addressOf(reply, reply.request.url), pending)
      keepSession(reply, await signInElsewhere(context, { identity, ...callerOf(reply) }))
      return signInPage // which goes on from there, or asks for the second factor
    })
  },
})

function known(provider: IdentityProvider | null): IdentityProvider {
  if (!provider) throw problem('elsewhere.absent', {})
  return provider
}

function pendingOf(cookie: string | undefined): Pending {
  const [state, nonce, verifier] = (cookie ?? '').split('.')
  if (!state || !nonce || !verifier) throw problem('elsewhere.notBegun', {})
  return { state, nonce, verifier }
}

/** Redirects to where the work leads, or to the sign-in page with the code of why not: a sentence could be forged. */
async function orSignInPage(reply: FastifyReply, work: () => Promise<string>): Promise<void> {
  const to = await work().catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
    reply.request.log.warn({ err: error.cause ?? error }, error.code)
    return `${signInPage}?${new URLSearchParams({ refused: error.code })}`
  })
  reply.redirect(to, 303)
}
