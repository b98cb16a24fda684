import type { FastifyInstance } from 'fastify'
import fastify from 'fastify'
import { accountRoutes } from './account-routes.ts'
import { appRoutes } from './app-routes.ts'
import { customerReads } from './customer-reads.ts'
import { customerSends } from './customer-sends.ts'
import { emitStatus } from './emit-status.ts'
import { graphRoutes } from './graph-routes.ts'
import { mediaRoutes } from './media/routes.ts'
import { noteInbound } from './note-inbound.ts'
import { recordCalls } from './record-calls.ts'
import { keep, restore, resume } from './snapshot.ts'
import type { State } from './state.ts'
import { createState } from './state.ts'
import { judge } from './templates/judge.ts'
import { templateRoutes } from './templates/routes.ts'
import { tickTwice } from './tick-twice.ts'
import type { BusinessNumber, FakeMeta, FakeMetaOptions } from './types.ts'
import { verifyWebhook } from './verify-webhook.ts'

/** Starts a server that behaves like Meta's WhatsApp Cloud API, on a free port of this machine unless told otherwise. */
export async function startFakeMeta(options: FakeMetaOptions = {}): Promise<FakeMeta> {
  const state = createState(options)
  state.events.on('webhook', (letter) => tickTwice(state, letter))
  if (options.stateFile) restore(state, options.stateFile)
  const server = createServer(state)
  const url = await server.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 })
  const stopKeeping = options.stateFile ? keep(state, options.stateFile) : () => {}
  return faceOf(state, url, async () => {
    state.underWay.stop()
    await server.close()
    await state.underWay.idle()
    state.poster.close()
    stopKeeping()
  })
}

function createServer(state: State): FastifyInstance {
  const server = fastify({ forceCloseConnections: true, bodyLimit: 5_000_000 })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) =>
    done(null, jsonOrText(String(text))),
  )
  recordCalls(server, state)
  mediaRoutes(server, state)
  templateRoutes(server, state)
  graphRoutes(server, state)
  accountRoutes(server, state)
  appRoutes(server, state)
  return server
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function faceOf(state: State, url: string, close: () => Promise<void>): FakeMeta {
  const { outbox, calls, chats, faults, events, underWay, postman } = state
  return {
    url,
    outbox,
    calls,
    chats,
    close,
    webhooks: postman.letters,
    files: state.shelf,
    templates: state.templates,
    judgeTemplate: (wish) => judge(state, wish),
    get numbers() {
      return [...state.numbers.values()]
    },
    get faults() {
      return faults.active
    },
    addNumber(number) {
      state.numbers.set(number.phoneNumberId, { ...number })
      resume(state, number.phoneNumberId)
      events.tell('number', { phoneNumberId: number.phoneNumberId })
    },
    async verifyWebhook(phoneNumberId) {
      const { webhookUrl, verifyToken } = getNumber(state, phoneNumberId)
      return verifyWebhook(webhookUrl, verifyToken)
    },
    async customerSends(message) {
      return customerSends(state, getNumber(state, message.phoneNumberId), message)
    },
    async emitStatus(wish) {
      return emitStatus(state, wish).end
    },
    async postWebhook(phoneNumberId, payload, { signature = 'good' } = {}) {
      const number = getNumber(state, phoneNumberId)
      noteInbound(state, Buffer.isBuffer(payload) ? jsonOrText(payload.toString()) : payload)
      const { status, attempts } = await postman.once({ number, payload, signature })
      return { status, body: attempts.at(-1)?.body ?? '' }
    },
    customerReads: (phoneNumberId, customer) => underWay.watch(customerReads(state, phoneNumberId, customer)),
    misbehave(fault) {
      const tokens = [...state.numbers.values()].map(({ accessToken }) => accessToken)
      faults.add(fault.kind === 'tokenExpired' ? { tokens, ...fault } : fault)
      events.tell('fault', { faults: faults.active })
    },
    behave() {
      faults.clear()
      events.tell('fault', { faults: [] })
    },
    idle: () => underWay.idle(),
    on: (event, listener) => events.on(event, listener),
  }
}

function getNumber(state: State, phoneNumberId: string): BusinessNumber {
  const number = state.numbers.get(phoneNumberId)
  if (!number) throw new Error(`The fake knows no number ${phoneNumberId}. Add it with addNumber first.`)
  return number
}
