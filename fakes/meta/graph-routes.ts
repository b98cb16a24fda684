import type { FastifyInstance, FastifyReply } from 'fastify'
import { acceptMessage } from './accept-message.ts'
import { authorise, type GraphRequest, refuse } from './authorise.ts'
import { checkMessage, checkProduct } from './check-message.ts'
import { describeNumber } from './describe-number.ts'
import type { SendFault } from './faults.ts'
import { graphError } from './graph-error.ts'
import { markRead } from './mark-read.ts'
import { checkFile } from './media/check-file.ts'
import { describeFile } from './media/routes.ts'
import { isObject } from './read-json.ts'
import type { State } from './state.ts'
import { checkTemplateSend } from './templates/fill.ts'
import type { BusinessNumber, Json } from './types.ts'

/** The part of the Graph API a WhatsApp business uses, under any version. */
export function graphRoutes(app: FastifyInstance, state: State): void {
  app.post('/:version/:id/messages', (request: GraphRequest, reply) => {
    const numbers = authorise(state, request, 'phoneNumberId')
    if (!Array.isArray(numbers)) return refuse(reply, numbers)
    const [number] = numbers as [BusinessNumber]
    const body = request.body
    if (!isObject(body)) return refuse(reply, graphError(100, 'The body is not a JSON object.'))
    if (body.status !== undefined) return answerReadMark(state, number, body, reply)
    return answerSend(state, number, body, reply)
  })

  app.get('/:version/:id', (request: GraphRequest, reply) => {
    const file = describeFile(state, request, reply)
    if (file) return file
    const numbers = authorise(state, request, 'phoneNumberId')
    return Array.isArray(numbers) ? describeNumber(state, numbers[0] as BusinessNumber) : refuse(reply, numbers)
  })

  app.setNotFoundHandler((request, reply) => {
    const refusal = { httpStatus: 400, code: 2500, message: `Unknown path components: ${request.url}` }
    return refuse(reply, refusal)
  })
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

  const refusal =
    checkMessage(number, body) ??
    checkFile(state, body) ??
    (body.type === 'template' ? checkTemplateSend(state.templates, number, body) : undefined)
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
