import type { AddressInfo } from 'node:net'
import fastify, { type FastifyInstance } from 'fastify'
import { accountRoutes } from './account-routes.ts'
import { messageRoutes, problem } from './message-routes.ts'
import { postForm } from './post.ts'
import { createState, newSid, type State } from './state.ts'
import type { FakeTwilio } from './types.ts'

/** Starts a fake Twilio on this machine, on a free port unless told otherwise. */
export async function startFakeTwilio(options: { port?: number } = {}): Promise<FakeTwilio> {
  const state = createState()
  const server = createServer(state)
  await server.listen({ host: '127.0.0.1', port: options.port ?? 0 })
  const { accountSid, authToken, outbox, calls } = state
  const post: FakeTwilio['post'] = (url, form, signature = 'good') =>
    postForm(url, form, { good: authToken, wrong: 'another token', none: undefined }[signature])
  return {
    url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    ...{ accountSid, authToken, outbox, calls, post },
    addNumber(number, smsUrl = '') {
      state.numbers.set(number, { sid: state.numbers.get(number)?.sid ?? newSid('PN'), smsUrl })
    },
    async customerSends(text) {
      const smsUrl = state.numbers.get(text.to)?.smsUrl
      if (!smsUrl) throw new Error(`${text.to} has no address for what customers write`)
      noteConsent(state, text)
      return post(smsUrl, inboundForm(state, text))
    },
    async emitStatus(sid, status, errorCode) {
      const sent = outbox.find((one) => one.sid === sid)
      if (!sent?.statusCallback) throw new Error(`${sid} asked for no reports`)
      const { from, to } = sent
      return post(sent.statusCallback, {
        ...{ MessageSid: sid, SmsSid: sid, AccountSid: accountSid, From: from, To: to, ApiVersion: '2010-04-01' },
        ...{ MessageStatus: status, SmsStatus: status },
        ...(errorCode === undefined ? {} : { ErrorCode: String(errorCode) }),
      })
    },
    misbehave: (fault) => void state.faults.push({ ...fault }),
    close: () => server.close(),
  }
}

function createServer(state: State): FastifyInstance {
  const server = fastify({ forceCloseConnections: true })
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, text, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(text)))),
  )
  const proof = `Basic ${Buffer.from(`${state.accountSid}:${state.authToken}`).toString('base64')}`
  server.addHook('onRequest', async (request, reply) => {
    if (request.headers.authorization !== proof) return reply.code(401).send(problem(20003, 401))
  })
  server.addHook('onResponse', async ({ method, url }, { statusCode }) => {
    state.calls.push({ method, path: url, status: statusCode })
  })
  accountRoutes(server, state)
  messageRoutes(server, state)
  return server
}

type Text = Parameters<FakeTwilio['customerSends']>[0]

/** The real one acts on these words by itself. */
function noteConsent({ stopped }: State, { from, to, body = '' }: Text): void {
  const word = body.trim().toUpperCase()
  if (['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT'].includes(word)) stopped.add(`${to} ${from}`)
  if (['START', 'UNSTOP', 'YES'].includes(word)) stopped.delete(`${to} ${from}`)
}

function inboundForm({ accountSid }: State, { from, to, body, media = [], more }: Text): Record<string, string> {
  const sid = newSid(media.length > 0 ? 'MM' : 'SM')
  const files = media.flatMap(({ url, type }, index) => [
    [`MediaUrl${index}`, url],
    [`MediaContentType${index}`, type],
  ])
  return {
    ...{ MessageSid: sid, SmsSid: sid, SmsMessageSid: sid, AccountSid: accountSid, From: from, To: to },
    ...(body === undefined ? {} : { Body: body }),
    ...{ NumMedia: String(media.length), NumSegments: '1', SmsStatus: 'received', ApiVersion: '2010-04-01' },
    ...Object.fromEntries(files),
    ...more,
  }
}
