import type { FastifyRequest } from 'fastify'
import { storableText } from '#lib/storable-text'
import type { Origin } from '#lib/tx'

const longestAgent = 300

/** From where a request comes, as facts remember it. */
export function originOf(request: FastifyRequest): Origin {
  const agent = request.headers['user-agent']
  return { address: request.ip, agent: agent ? storableText(agent.slice(0, longestAgent)) : null }
}
