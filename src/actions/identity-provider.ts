// Signing in with an identity provider of the place (OpenID Connect, authorization code with PKCE).
import * as oidc from 'openid-client'
import { problem } from '../kernel/problem.ts'

export type ProviderOptions = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** As it stands on the button: 省统一身份认证. */
  readonly name: string
  /** Claim that holds the login; preferred_username where left out. */
  readonly loginClaim?: string
}

/** What the browser must bring back for the answer to be its own; goes into a cookie. */
export type Pending = { readonly state: string; readonly nonce: string; readonly verifier: string }

export type Identity = {
  /** Issuer and subject: unique among all providers, for ever. */
  readonly subject: string
  readonly login: string | null
}

export type IdentityProvider = {
  readonly name: string
  /** Where to send the browser. Problems: elsewhere.unreachable. */
  readonly begin: (redirectUri: string) => Promise<{ readonly url: string; readonly pending: Pending }>
  /** Who came back. `url` = the whole address the browser came back to. Problems: elsewhere.unreachable, elsewhere.invalid. */
  readonly finish: (url: URL, pending: Pending) => Promise<Identity>
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/

export function identityProvider({
  name,
  loginClaim = 'preferred_username',
  ...options
}: ProviderOptions): IdentityProvider {
  const issuer = new URL(options.issuer)
  let found: Promise<oidc.Configuration> | undefined
  // Asked for when it is first needed, and again after a failure: the provider may start later than we do.
  const discover = (): Promise<oidc.Configuration> => {
    // The library trusts TLS alone; we look at the signature of the identity as well.
    const insecure = loopback.test(issuer.hostname) ? [oidc.allowInsecureRequests] : []
    const execute = [oidc.enableNonRepudiationChecks, ...insecure]
    found ??= oidc.discovery(issuer, options.clientId, options.clientSecret, undefined, { execute }).catch((error) => {
      found = undefined
      throw error
    })
    return found
  }
  return {
    name,
    begin: async (redirectUri) => {
      const config = await discover().catch(refuse('elsewhere.unreachable'))
      const pending = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, pending }
    },
    finish: async (url, { state, nonce, verifier }) => {
      const config = await discover().catch(refuse('elsewhere.unreachable'))
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
      const answer = await oidc.authorizationCodeGrant(config, url, checks).catch(refuse('elsewhere.invalid'))
      const claims = answer.claims()
      if (!claims) throw problem('elsewhere.invalid', {})
      const login = claims[loginClaim]
      return { subject: `${claims.iss}|${claims.sub}`, login: typeof login === 'string' ? login : null }
    },
  }
}

const refuse =
  (code: 'elsewhere.unreachable' | 'elsewhere.invalid') =>
  (error: unknown): never => {
    throw Object.assign(problem(code, {}), { cause: error })
  }
