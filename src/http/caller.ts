// Who asks to be signed in, and the cookie they get.
import type { FastifyReply } from 'fastify'
import type { Caller, SignedIn } from '../actions/sign-in.ts'
import { sessionCookie, setCookie } from './cookie.ts'

export const callerOf = ({ request }: FastifyReply): Caller => ({
  agent: request.headers['user-agent'] ?? '',
  address: request.ip,
  previous: request.secret,
})

export const keepSession = (reply: FastifyReply, { secret }: SignedIn): void =>
  setCookie(reply, sessionCookie, secret, { sameSite: 'Strict' })
