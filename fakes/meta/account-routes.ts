import type { FastifyInstance } from 'fastify'
import { appIdOf } from './app-routes.ts'
import { authorise, type GraphRequest, refuse } from './authorise.ts'
import { type GraphError, graphError } from './graph-error.ts'
import { isObject } from './read-json.ts'
import type { State } from './state.ts'
import type { BusinessNumber } from './types.ts'
import { verifyWebhook } from './verify-webhook.ts'

/** What a business asks of its WhatsApp account: which numbers it has, and to be told of their messages. */
export function accountRoutes(app: FastifyInstance, state: State): void {
  app.get('/:version/:id/phone_numbers', (request: GraphRequest, reply) => {
    const numbers = authorise(state, request, 'wabaId')
    if (!Array.isArray(numbers)) return refuse(reply, numbers)
    const listed = state.faults.ofAccount('notInAccount') ? [] : numbers
    const data = listed.map((number) => ({
      id: number.phoneNumberId,
      display_phone_number: number.displayPhoneNumber,
      verified_name: number.name,
      quality_rating: 'GREEN',
    }))
    return { data }
  })

  app.get('/:version/:id/subscribed_apps', (request: GraphRequest, reply) => {
    const numbers = authorise(state, request, 'wabaId')
    if (!Array.isArray(numbers)) return refuse(reply, numbers)
    if (state.faults.ofAccount('notSubscribed')) return { data: [] }
    const apps = new Set(numbers.map(({ appSecret }) => appIdOf(appSecret)))
    return { data: [...apps].map((id) => ({ whatsapp_business_api_data: { id, name: 'Front desk' } })) }
  })

  app.post('/:version/:id/subscribed_apps', async (request: GraphRequest, reply) => {
    const numbers = authorise(state, request, 'wabaId')
    if (!Array.isArray(numbers)) return refuse(reply, numbers)
    const refusal = await redirect(state, numbers, request.body)
    if (refusal) return refuse(reply, refusal)
    state.faults.end('notSubscribed')
    return { success: true }
  })
}

/** Sends the account's webhooks elsewhere once that address has passed the handshake. */
async function redirect(state: State, numbers: BusinessNumber[], body: unknown): Promise<GraphError | undefined> {
  const { override_callback_uri: webhookUrl, verify_token: verifyToken } = isObject(body) ? body : {}
  if (webhookUrl === undefined) return undefined
  if (typeof webhookUrl !== 'string' || typeof verifyToken !== 'string' || !URL.canParse(webhookUrl)) {
    return graphError(100, 'override_callback_uri and verify_token must both be given.')
  }
  const { verified, status } = await verifyWebhook(webhookUrl, verifyToken)
  if (!verified) {
    const message = `(#2200) Callback verification failed with the following errors: HTTP Status Code = ${status}`
    return { httpStatus: 400, code: 2200, message }
  }
  for (const number of numbers) state.numbers.set(number.phoneNumberId, { ...number, webhookUrl, verifyToken })
  return undefined
}
