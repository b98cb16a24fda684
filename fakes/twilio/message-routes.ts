import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { newSid, nextFault, type State } from './state.ts'
import type { SentText } from './types.ts'

type Form = Readonly<Record<string, string | undefined>>

/** Takes messages, and refuses what the real one would. */
export function messageRoutes(server: FastifyInstance, state: State): void {
  server.post('/2010-04-01/Accounts/:account/Messages.json', async (request, reply) => {
    const form = request.body as Form
    const fault = nextFault(state)
    if (fault?.kind === 'stall') await delay(fault.ms)
    if (fault?.kind === 'loseBeforeAccepting') return drop(reply)
    if (fault?.kind === 'http500') return reply.code(500).type('text/html').send('<h1>Oops</h1>')
    if (fault?.kind === 'tooMany') return reply.header('retry-after', '1').code(429).send(problem(20429, 429))
    if (fault?.kind === 'error') return refuse(reply, fault.code, fault.httpStatus)
    const refused = codeFor(state, form)
    if (refused) return refuse(reply, refused)

    const text = accept(state, form)
    if (fault?.kind === 'dropAfterAccepting') return drop(reply)
    const { sid, from, to, body } = text
    return reply
      .code(201)
      .send({ sid, from, to, body, status: 'queued', account_sid: state.accountSid, error_code: null })
  })
}

function codeFor(state: State, { To = '', From, MessagingServiceSid, Body = '' }: Form): number | undefined {
  if (!/^\+[1-9]\d{6,14}$/.test(To)) return 21211
  if (Body === '') return 21602
  if (Body.length > 1600) return 21617
  if (!From && !MessagingServiceSid) return 21603
  if (From?.startsWith('+') && !state.numbers.has(From)) return 21606
  return state.stopped.has(`${From} ${To}`) ? 21610 : undefined
}

function accept(state: State, { To = '', From, MessagingServiceSid, Body = '', StatusCallback }: Form): SentText {
  const from = From ?? MessagingServiceSid ?? ''
  const text = { sid: newSid('SM'), from, to: To, body: Body, statusCallback: StatusCallback }
  state.outbox.push(text)
  return text
}

function drop(reply: FastifyReply): FastifyReply {
  reply.hijack()
  reply.raw.destroy()
  return reply
}

function refuse(reply: FastifyReply, code: number, status = 400): FastifyReply {
  return reply.code(status).send(problem(code, status))
}

export function problem(code: number, status: number): object {
  const more_info = `https://www.twilio.com/docs/errors/${code}`
  return { code, message: `The fake refuses with ${code}.`, more_info, status }
}
