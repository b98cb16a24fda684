import { createHash, randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { SignJWT } from 'jose'
import type { Grant, State } from './state.ts'
import type { Persona } from './types.ts'

type Form = Readonly<Record<string, string | undefined>>

/** Codes into tokens, each once and only for who began, and what else is known of a person. */
export function tokenRoutes(server: FastifyInstance, state: State): void {
  server.post<{ Body: Form }>('/token', async (request, reply) => {
    const form = request.body ?? {}
    if (!isOurClient(state, request, form)) return reply.code(401).send({ error: 'invalid_client' })
    const grant = state.grants.get(form.code ?? '')
    state.grants.delete(form.code ?? '')
    if (!grant || !isRightExchange(grant, form)) return reply.code(400).send({ error: 'invalid_grant' })

    const accessToken = randomBytes(16).toString('base64url')
    state.access.set(accessToken, grant.persona)
    return {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: 3_600,
      id_token: await identityToken(state, grant),
    }
  })

  server.get('/userinfo', (request, reply) => {
    const persona = state.access.get(request.headers.authorization?.replace(/^Bearer /i, '') ?? '')
    if (!persona) return reply.code(401).send()
    return reply.send({ sub: persona.id, ...known(state, persona) })
  })
}

async function identityToken(state: State, { persona, nonce }: Grant): Promise<string> {
  const { fault } = state
  const now = Math.floor(Date.now() / 1_000)
  return new SignJWT({
    ...(fault === 'emailElsewhere' ? {} : known(state, persona)),
    ...(nonce === undefined ? {} : { nonce: fault === 'wrongNonce' ? 'of another sign-in' : nonce }),
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setIssuer(fault === 'wrongIssuer' ? 'https://issuer.example' : state.url)
    .setSubject(persona.id)
    .setAudience(fault === 'wrongAudience' ? 'another client' : state.clientId)
    .setIssuedAt(fault === 'expired' ? now - 7_200 : now)
    .setExpirationTime(fault === 'expired' ? now - 3_600 : now + 3_600)
    .sign(fault === 'wrongKey' ? state.strangersKey : state.key)
}

function known({ fault }: State, { name, email, isEmailVerified }: Persona): Record<string, unknown> {
  return { name, email, email_verified: isEmailVerified && fault !== 'emailUnverified' }
}

function isOurClient(state: State, { headers }: FastifyRequest, form: Form): boolean {
  const [, basic] = /^Basic (.+)$/i.exec(headers.authorization ?? '') ?? []
  const [id, secret] = basic
    ? Buffer.from(basic, 'base64')
        .toString()
        .split(':')
        .map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
    : [form.client_id, form.client_secret]
  return id === state.clientId && secret === state.clientSecret
}

function isRightExchange({ challenge, redirectUri }: Grant, form: Form): boolean {
  if (form.grant_type !== 'authorization_code' || form.redirect_uri !== redirectUri) return false
  const proof = createHash('sha256')
    .update(form.code_verifier ?? '')
    .digest('base64url')
  return challenge !== undefined && proof === challenge
}
