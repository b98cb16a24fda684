import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { findPersona, personas } from './personas.ts'
import type { State } from './state.ts'

type Query = Readonly<Record<string, string | undefined>>

/** The page on which one says who one is, and the way back from it. `persona` in the address skips the page. */
export function authorizeRoutes(server: FastifyInstance, state: State): void {
  server.get<{ Querystring: Query }>('/authorize', (request, reply) => {
    const { query } = request
    if (query.client_id !== state.clientId || query.response_type !== 'code' || !query.redirect_uri)
      return reply.code(400).send('this client is not known here')
    if (!query.scope?.split(' ').includes('openid')) return reply.code(400).send('openid is not among the scopes')

    const persona = findPersona(query.persona)
    if (state.fault === 'accessDenied') return reply.redirect(wayBack(query, { error: 'access_denied' }))
    if (!persona) return reply.type('text/html; charset=utf-8').send(page(request.url))
    const code = randomBytes(16).toString('base64url')
    state.grants.set(code, {
      persona,
      nonce: query.nonce,
      challenge: query.code_challenge,
      redirectUri: query.redirect_uri,
    })
    return reply.redirect(wayBack(query, { code, ...(state.fault === 'wrongState' ? { state: 'another' } : {}) }))
  })
}

function wayBack({ redirect_uri = '', state = '' }: Query, more: Record<string, string>): string {
  const url = new URL(redirect_uri)
  for (const [name, value] of Object.entries({ state, ...more })) url.searchParams.set(name, value)
  return url.href
}

function page(here: string): string {
  const address = here.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const choices = personas.map(
    ({ id, name, email, isEmailVerified }) =>
      `<li><a href="${address}&amp;persona=${id}">${name}</a> ${email}${isEmailVerified ? '' : ' (not confirmed)'}</li>`,
  )
  return `<!doctype html><html lang="en"><title>Who are you?</title><h1>Who are you?</h1><ul>${choices.join('')}</ul></html>`
}
