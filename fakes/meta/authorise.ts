import type { FastifyReply, FastifyRequest } from 'fastify'
import { asGraphBody, type GraphError, graphError, noSuchObject } from './graph-error.ts'
import type { State } from './state.ts'
import type { BusinessNumber } from './types.ts'

export type GraphRequest = FastifyRequest<{ Params: { version: string; id: string }; Body: unknown }>

/** The numbers the path's id names, by `key`, or the refusal when the token is none of ours or may not use them. */
export function authorise(
  state: State,
  { method, params, headers }: GraphRequest,
  key: 'phoneNumberId' | 'wabaId',
): BusinessNumber[] | GraphError {
  const token = bearerOf(headers.authorization)
  if (state.faults.hasExpired(token)) return graphError(190)
  const mine = [...state.numbers.values()].filter((number) => number.accessToken === token)
  if (mine.length === 0) {
    return { ...graphError(190), message: 'Invalid OAuth access token - Cannot parse access token' }
  }
  const named = mine.filter((number) => number[key] === params.id)
  return named.length > 0 ? named : noSuchObject(method, params.id)
}

export function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1]
}

export function refuse(reply: FastifyReply, error: GraphError): FastifyReply {
  return reply.code(error.httpStatus).send(asGraphBody(error))
}
