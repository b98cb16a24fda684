import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '#lib/refusal'
import { sha256 } from '#lib/signature'

const perMinute = 1_200

/** Keeps one caller from taking the whole process: so many API requests a minute per session, token or address. */
export async function limitCallers(http: FastifyInstance): Promise<void> {
  await http.register(rateLimit, {
    max: perMinute,
    timeWindow: 60_000,
    keyGenerator: caller,
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal('too_many_requests', 429, 'That was too often. Wait a little and try again.', {
        retryAfter: Math.ceil(ttl / 1_000),
      }),
  })
}

function caller(request: FastifyRequest): string {
  const credential = request.headers.authorization ?? request.headers.cookie
  return credential ? sha256(credential).toString('base64') : request.ip
}
