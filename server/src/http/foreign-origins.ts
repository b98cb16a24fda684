import cors from '@fastify/cors'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '#lib/refusal'
import type { App } from '../app.ts'

/**
 * What other websites may do: nothing, unless their exact origin stands in CORS_ORIGINS. Those may read answers, and write in
 * the name of whoever is signed in.
 */
export async function keepForeignOriginsOut(http: FastifyInstance, app: App): Promise<void> {
  await http.register(cors, {
    // Asked for each request, so that every answer says that it varies with the origin.
    origin: (origin, answer) => answer(null, origin !== undefined && app.config.corsOrigins.includes(origin)),
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'last-event-id'],
    exposedHeaders: ['retry-after', 'idempotent-replay', 'ratelimit', 'ratelimit-policy'],
    maxAge: 600,
  })
  http.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/api/') && isForeign(app, request))
      throw new Refusal('foreign_origin', 403, 'This request comes from another website and was not carried out.')
  })
}

/**
 * A cookie travels by itself, so what changes something must come from our own pages. Browsers say where a request comes from
 * and pages can't change what they say; programs say nothing, and bring a token instead of a cookie.
 */
function isForeign(app: App, { method, headers }: FastifyRequest): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method) || headers.authorization !== undefined) return false
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (origin === undefined) return site !== undefined && site !== 'same-origin' && site !== 'none'
  if (app.config.corsOrigins.includes(origin) || origin === new URL(app.publicUrl).origin) return false
  return site === undefined ? hostOf(origin) !== host : site !== 'same-origin'
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
