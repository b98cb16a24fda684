import type { FastifyInstance } from 'fastify'
import { problem } from './message-routes.ts'
import type { State } from './state.ts'

/** What the account is asked about itself and its numbers. */
export function accountRoutes(server: FastifyInstance, state: State): void {
  server.get('/2010-04-01/Accounts/:file', () => ({
    sid: state.accountSid,
    status: 'active',
    type: 'Full',
    friendly_name: 'Salon Rosa',
  }))
  server.get<{ Querystring: { PhoneNumber?: string } }>(
    '/2010-04-01/Accounts/:account/IncomingPhoneNumbers.json',
    ({ query }) => ({
      incoming_phone_numbers: [...state.numbers]
        .filter(([number]) => query.PhoneNumber === undefined || query.PhoneNumber === number)
        .map(([number, own]) => describe(number, own)),
    }),
  )
  server.post<{ Params: { file: string }; Body: { SmsUrl?: string } }>(
    '/2010-04-01/Accounts/:account/IncomingPhoneNumbers/:file',
    ({ params, body }, reply) => {
      const found = [...state.numbers].find(([, { sid }]) => params.file === `${sid}.json`)
      if (!found) return reply.code(404).send(problem(20404, 404))
      const [number, own] = found
      own.smsUrl = body.SmsUrl ?? own.smsUrl
      return describe(number, own)
    },
  )
}

function describe(number: string, { sid, smsUrl }: { sid: string; smsUrl: string }): object {
  const capabilities = { sms: true, mms: true, voice: true }
  return { sid, phone_number: number, sms_url: smsUrl, sms_method: 'POST', capabilities }
}
