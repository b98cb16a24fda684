import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Logger } from '#lib/log'
import { IssuerRefused } from '../refusals.ts'

export interface IssuerSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What people call it, such as Google. */
  readonly name: string
}

/** Somebody as an issuer knows them. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  readonly email: string | null
  readonly isEmailVerified: boolean
  readonly name: string | null
}

/** What the browser keeps between leaving and coming back, sealed. */
export interface Errand {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface Issuer {
  readonly url: string
  readonly name: string
  /** Where to send the browser. Refuses with `oidc_failed` when the issuer can't be reached. */
  leave(): Promise<{ url: string; errand: Errand }>
  /** Who came back, by the query of the callback; refuses with `oidc_cancelled` or `oidc_failed`. */
  comeBack(query: string, errand: Errand): Promise<Identity>
}

/** The OpenID Connect issuer this installation trusts: authorization code, PKCE, state and nonce, signatures checked. */
export function openIssuer(settings: IssuerSettings, { callback, log }: { callback: string; log: Logger }): Issuer {
  const discovered = discoverOnce(settings)
  const failed = (error: unknown): never => {
    // The reason alone: what the library keeps beside it says who it was about.
    log.warn({ reason: reasonOf(error) }, 'signing in by the other service failed')
    throw new IssuerRefused(isCancelled(error) ? 'oidc_cancelled' : 'oidc_failed')
  }

  return {
    url: settings.issuer,
    name: settings.name,
    async leave() {
      const errand = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const url = buildAuthorizationUrl(await discovered().catch(failed), {
        redirect_uri: callback,
        scope: 'openid email profile',
        state: errand.state,
        nonce: errand.nonce,
        code_challenge: await calculatePKCECodeChallenge(errand.verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, errand }
    },
    comeBack: (query, errand) =>
      discovered()
        .then((configuration) => identify(configuration, new URL(`${callback}?${query}`), errand))
        .catch(failed),
  }
}

/** What people call an issuer they once linked, whether or not it is still the one of this installation. */
export function wordFor(issuer: string, present: Pick<Issuer, 'name' | 'url'> | undefined): string {
  if (present && issuer === present.url) return present.name
  const { hostname } = new URL(issuer)
  return hostname === 'accounts.google.com' ? 'Google' : hostname
}

async function identify(configuration: Configuration, cameBackTo: URL, errand: Errand): Promise<Identity> {
  const tokens = await authorizationCodeGrant(configuration, cameBackTo, {
    expectedState: errand.state,
    expectedNonce: errand.nonce,
    pkceCodeVerifier: errand.verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('the issuer said nothing about who it is')
  const said =
    claims.email === undefined && configuration.serverMetadata().userinfo_endpoint
      ? { ...(await fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims }
      : claims
  const email = typeof said.email === 'string' ? said.email.trim().toLowerCase() : null
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email,
    isEmailVerified: said.email_verified === true,
    name: typeof said.name === 'string' ? said.name : null,
  }
}

/** Asked for once it is needed, and again after a failure: an issuer that is down must not keep us from starting. */
function discoverOnce({ issuer, clientId, clientSecret }: IssuerSettings): () => Promise<Configuration> {
  let found: Promise<Configuration> | undefined
  const isPlain = issuer.startsWith('http:')
  return () => {
    found ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      // Plain http is the operator's own choice, such as an issuer on the same machine.
      execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
      timeout: 10,
    }).catch((error: unknown) => {
      found = undefined
      throw error
    })
    return found
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof AuthorizationResponseError && error.error === 'access_denied'
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? `${code}: ${error.message}` : error.message
}
