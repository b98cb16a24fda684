import type { Context } from '#lib/context'
import { idOf, isObject } from '../../inbound/json.ts'
import { callGraph } from './call-graph.ts'
import type { GraphVerdict } from './judge.ts'
import type { WhatsappSender } from './settings.ts'

/** What there is to know a channel by, beside what it takes to send. Holds secrets: never log or keep it. */
export interface ExaminedChannel extends WhatsappSender {
  readonly wabaId: string
  readonly appSecret: string
}

/** Meta's answers about one number, none of them understood yet. */
export interface HealthAnswers {
  readonly number: GraphVerdict
  readonly numbersOfAccount: GraphVerdict
  readonly token: GraphVerdict
  readonly subscribedApps: GraphVerdict
  /** Asked as the app itself, which shows whether its secret is right; undefined while nobody knows which app it is. */
  readonly appSubscriptions: GraphVerdict | undefined
  readonly appId: string | undefined
  /** By how much Meta's clock was ahead of ours, in milliseconds. */
  readonly clockAheadMs: number | undefined
}

const numberFields = [
  ...['display_phone_number', 'verified_name', 'name_status', 'status', 'code_verification_status', 'quality_rating'],
  ...['messaging_limit_tier', 'whatsapp_business_manager_messaging_limit', 'throughput', 'webhook_configuration'],
  'health_status',
]

/** Asks Meta whatever it can tell about a number: five reads at most. */
export async function askHealth(context: Context, channel: ExaminedChannel): Promise<HealthAnswers> {
  let clockAheadMs: number | undefined
  const hearTime = (at: Date) => {
    clockAheadMs = at.getTime() - context.clock.now().getTime()
  }
  const ask = (path: string) => callGraph(context, channel, { method: 'GET', path, hearTime })
  const [number, numbersOfAccount, token, subscribedApps] = await Promise.all([
    askNumber(context, channel, hearTime),
    ask(`${channel.wabaId}/phone_numbers?fields=id&limit=200`),
    ask(`debug_token?input_token=${encodeURIComponent(channel.accessToken)}`),
    ask(`${channel.wabaId}/subscribed_apps`),
  ])
  const appId = appIdIn(token)
  const appSubscriptions = appId === undefined ? undefined : await askAsApp(context, channel, appId)
  return { number, numbersOfAccount, token, subscribedApps, appSubscriptions, appId, clockAheadMs }
}

/** A field this version of the API does not know refuses the whole question: then the plain one is asked. */
async function askNumber(
  context: Context,
  channel: ExaminedChannel,
  hearTime: (at: Date) => void,
): Promise<GraphVerdict> {
  const ask = (path: string) => callGraph(context, channel, { method: 'GET', path, hearTime })
  const all = await ask(`${channel.phoneNumberId}?fields=${numberFields.join(',')}`)
  const mayBeAField = all.outcome === 'refused' && all.error.class === 'our_request' && all.error.providerCode === 100
  return mayBeAField ? ask(channel.phoneNumberId) : all
}

function askAsApp(context: Context, channel: ExaminedChannel, appId: string): Promise<GraphVerdict> {
  const asApp = { ...channel, accessToken: `${appId}|${channel.appSecret}` }
  return callGraph(context, asApp, { method: 'GET', path: `${appId}/subscriptions` })
}

function appIdIn(token: GraphVerdict): string | undefined {
  const data = token.outcome === 'answered' && isObject(token.body.data) ? token.body.data : {}
  const appId = idOf(data.app_id)
  return appId !== undefined && /^\d{1,30}$/.test(appId) ? appId : undefined
}

/** Subscribes the token's app to the account, so that Meta passes on what customers write. */
export function subscribeApp(context: Context, channel: ExaminedChannel): Promise<GraphVerdict> {
  return callGraph(context, channel, { method: 'POST', path: `${channel.wabaId}/subscribed_apps`, body: {} })
}
