import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { bearerOf, type GraphRequest, refuse } from './authorise.ts'
import { webhookOf } from './describe-number.ts'
import { graphError } from './graph-error.ts'
import type { State } from './state.ts'
import type { BusinessNumber } from './types.ts'

const scopes = ['whatsapp_business_management', 'whatsapp_business_messaging', 'public_profile']
const fields = ['messages', 'account_update', 'phone_number_quality_update', 'message_template_status_update']

/** What a token may do, and what its app has asked to be told of. */
export function appRoutes(app: FastifyInstance, state: State): void {
  app.get('/:version/debug_token', (request: GraphRequest, reply) => {
    const bearer = bearerOf(request.headers.authorization)
    const number = numberWith(state, ({ accessToken }) => accessToken === bearer)
    if (!number || state.faults.hasExpired(bearer)) return refuse(reply, graphError(190))
    return { data: describeToken(state, number, new URL(request.url, 'http://fake').searchParams.get('input_token')) }
  })

  app.get('/:version/:id/subscriptions', (request: GraphRequest, reply) => {
    const bearer = bearerOf(request.headers.authorization)
    const number = numberWith(state, ({ appSecret }) => bearer === `${appIdOf(appSecret)}|${appSecret}`)
    if (!number) return refuse(reply, { ...graphError(190), message: 'Invalid OAuth access token signature.' })
    const missing = state.faults.ofAccount('fieldMissing')?.field
    const asked = fields.filter((name) => name !== missing).map((name) => ({ name, version: 'v23.0' }))
    const callback = webhookOf(state, number)
    return { data: [{ object: 'whatsapp_business_account', callback_url: callback, active: true, fields: asked }] }
  })
}

/** Who has the same secret is the same app. */
export function appIdOf(appSecret: string): string {
  return BigInt(`0x${createHash('sha256').update(appSecret).digest('hex').slice(0, 12)}`).toString()
}

function numberWith({ numbers }: State, isIt: (number: BusinessNumber) => boolean): BusinessNumber | undefined {
  return [...numbers.values()].find(isIt)
}

function describeToken({ faults, numbers, now }: State, { appSecret }: BusinessNumber, token: string | null): object {
  const isValid =
    [...numbers.values()].some(({ accessToken }) => accessToken === token) && !faults.hasExpired(token ?? '')
  const expiresIn = faults.ofAccount('tokenExpiresIn')?.seconds
  const missing = faults.ofAccount('scopeMissing')?.scope
  return {
    app_id: appIdOf(appSecret),
    application: 'Front desk',
    type: 'SYSTEM_USER',
    is_valid: isValid,
    expires_at: expiresIn === undefined ? 0 : Math.floor(now().getTime() / 1000) + expiresIn,
    data_access_expires_at: 0,
    scopes: scopes.filter((scope) => scope !== missing),
  }
}
