import { once } from 'node:events'
import type { IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BusinessNumber, Json } from './types.ts'

export interface Received {
  headers: IncomingHttpHeaders
  raw: Buffer
  payload: Json
}

/** A real HTTP server in the business's place: keeps what it gets and answers as `answer` says. */
export async function startReceiver(answer: (received: Received) => number = () => 200) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (request.method === 'GET') {
      const right = url.searchParams.get('hub.verify_token') === salon.verifyToken
      response.writeHead(right ? 200 : 403).end(right ? url.searchParams.get('hub.challenge') : 'no')
      return
    }
    const raw = Buffer.concat(await request.toArray())
    const one = { headers: request.headers, raw, payload: parse(raw) }
    received.push(one)
    response.writeHead(answer(one)).end('ok')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    received,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function parse(raw: Buffer): Json {
  try {
    return JSON.parse(raw.toString())
  } catch {
    return {}
  }
}

/** Salon Rosa's number; only the webhook's address is missing. */
export const salon: Omit<BusinessNumber, 'webhookUrl'> = {
  phoneNumberId: '100200300400500',
  wabaId: '900800700600500',
  displayPhoneNumber: '+49 30 55550123',
  name: 'Salon Rosa',
  accessToken: 'token-of-salon-rosa',
  appSecret: 'secret-of-salon-rosa',
  verifyToken: 'verify-salon-rosa',
}
