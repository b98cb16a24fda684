import type { AddressInfo } from 'node:net'
import fastify, { type FastifyInstance } from 'fastify'
import { authorizeRoutes } from './authorize-routes.ts'
import { createState, type State } from './state.ts'
import { tokenRoutes } from './token-routes.ts'
import type { FakeIssuer, FakeIssuerOptions } from './types.ts'

/** Starts an issuer on this machine, on a free port unless told otherwise. */
export async function startFakeIssuer(options: FakeIssuerOptions = {}): Promise<FakeIssuer> {
  const state = await createState(options)
  const server = createServer(state)
  await server.listen({ host: '127.0.0.1', port: options.port ?? 0 })
  state.url = `http://localhost:${(server.server.address() as AddressInfo).port}`
  return {
    url: state.url,
    clientId: state.clientId,
    clientSecret: state.clientSecret,
    misbehave(fault) {
      state.fault = fault
    },
    behave() {
      state.fault = undefined
    },
    close: () => server.close(),
  }
}

function createServer(state: State): FastifyInstance {
  const server = fastify({ forceCloseConnections: true })
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, text, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(text)))),
  )
  server.addHook('onRequest', async (_request, reply) => {
    if (state.fault === 'down') return reply.code(503).send('down')
  })
  server.get('/.well-known/openid-configuration', () => ({
    issuer: state.url,
    authorization_endpoint: `${state.url}/authorize`,
    token_endpoint: `${state.url}/token`,
    userinfo_endpoint: `${state.url}/userinfo`,
    jwks_uri: `${state.url}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    scopes_supported: ['openid', 'email', 'profile'],
  }))
  server.get('/jwks', () => ({ keys: [state.publicKey] }))
  authorizeRoutes(server, state)
  tokenRoutes(server, state)
  return server
}
