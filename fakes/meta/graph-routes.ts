import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { acceptMessage } from './accept-message.ts'
import { checkMessage, checkProduct } from './check-message.ts'
import type { SendFault } from './faults.ts'
import type { GraphError } from './graph-error.ts'
import { asGraphBody, graphError, noSuchObject } from './graph-error.ts'
import { markRead } from './mark-read.ts'
import { isObject } from './read-json.ts'
import type { State } from './state.ts'
import type { BusinessNumber, Json } from './types.ts'

type Request = FastifyRequest<{ Params: { version: string; id: string }; Querystring: Json; Body: unknown }>

/** The part of the Graph API a WhatsApp business uses, under any version. */
export function graphRoutes(app: FastifyInstance, state: State): void {
  app.post('/:version/:id/messages', (request: Request, reply) => {
    const number = numberOf(state, request)
    if ('code' in number) return refuse(reply, number)
    const body = request.body
    if (!isObject(body)) return refuse(reply, graphError(100, 'The body is not a JSON object.'))
    if (body.status !== undefined) return answerReadMark(state, number, body, reply)
    return answerSend(state, number, body, reply)
  })

  app.get('/:version/:id', (request: Request, reply) => {
    const number = numberOf(state, request)
    return 'code' in number ? refuse(reply, number) : describe(number)
  })

  app.setNotFoundHandler((request, reply) => {
    const refusal = { httpStatus: 400, code: 2500, message: `Unknown path components: ${request.url}` }
    return refuse(reply, refusal)
  })
}

/** The number the path names, when the token is one of ours and may use it. */
function numberOf(state: State, { method, params, headers }: Request): BusinessNumber | GraphError {
  const token = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  const mine = [...state.numbers.values()].filter((number) => number.accessToken === token)
  if (mine.length === 0) {
    return { ...graphError(190), message: 'Invalid OAuth access token - Cannot parse access token' }
  }
  return mine.find((number) => number.phoneNumberId === params.id) ?? noSuchObject(method, params.id)
}

function answerReadMark(state: State, number: BusinessNumber, body: Json, reply: FastifyReply) {
  const wrong = checkProduct(body) ?? (body.status === 'read' ? undefined : graphError(100, 'status must be "read".'))
  const refusal = wrong ?? markRead(state, number, body)
  return refusal ? refuse(reply, refusal) : { success: true }
}

async function answerSend(state: State, number: BusinessNumber, body: Json, reply: FastifyReply) {
  const fault = state.faults.takeForSend()
  if (fault) state.events.tell('fault', { faults: state.faults.active })
  if (fault?.kind === 'loseBeforeAccepting') return hangUp(reply)
  if (fault && fault.kind !== 'stall' && fault.kind !== 'dropAfterAccepting') return misanswer(reply, fault)

  const refusal = checkMessage(number, body)
  if (refusal) return refuse(reply, refusal)
  const answer = acceptMessage(state, number, body)
  if (fault?.kind === 'dropAfterAccepting') return hangUp(reply)
  if (fault?.kind === 'stall' && !(await state.underWay.pause(fault.ms))) return hangUp(reply)
  return answer
}

function misanswer(reply: FastifyReply, fault: Exclude<SendFault, { kind: 'stall' | 'dropAfterAccepting' }>) {
  switch (fault.kind) {
    case 'error':
      return refuse(reply, graphError(fault.code, fault.details, fault.httpStatus))
    case 'html':
      return reply.code(502).type('text/html').send('<html><body><h1>Sorry, something went wrong.</h1></body></html>')
    case 'empty':
      return reply.code(200).send()
    default:
      return reply.code(500).send()
  }
}

function hangUp(reply: FastifyReply): FastifyReply {
  reply.hijack()
  reply.raw.destroy()
  return reply
}

function refuse(reply: FastifyReply, error: GraphError): FastifyReply {
  return reply.code(error.httpStatus).send(asGraphBody(error))
}

function describe(number: BusinessNumber): object {
  return {
    id: number.phoneNumberId,
    display_phone_number: number.displayPhoneNumber,
    verified_name: number.name,
    quality_rating: 'GREEN',
    code_verification_status: 'VERIFIED',
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
    name_status: 'APPROVED',
  }
}
