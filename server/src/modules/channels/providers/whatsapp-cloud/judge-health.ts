import type { CauseCode } from '../../health/causes.ts'
import type { Judged } from '../../health/judged.ts'
import { moment } from '../../health/render.ts'
import { isObject, type JsonObject, textOf } from '../../inbound/json.ts'
import type { HealthAnswers } from './ask-health.ts'
import type { GraphVerdict } from './judge.ts'
import { judgeNumber } from './judge-number.ts'

/** What Meta's answers are compared with. */
export interface Expected {
  readonly phoneNumberId: string
  readonly wabaId: string
  readonly displayPhoneNumber: string
  readonly webhookUrl: string
  /** The address all numbers of an app may share; undefined when it is not set up. */
  readonly sharedWebhookUrl: string | undefined
  /** The provider runs beside us and may know us by another name. */
  readonly isLocal: boolean
  readonly now: Date
}

const soon = 7 * 24 * 3_600_000
const tolerance = 60_000

/** Understands Meta's answers: one verdict a side. */
export function judgeHealth(answers: HealthAnswers, expected: Expected): Judged[] {
  const { number, token, clockAheadMs } = answers
  const described = number.outcome === 'answered' ? number.body : undefined
  return [
    judgeToken(token, number, expected.now),
    judgeScopes(token),
    ...judgeNumber(answers, expected),
    judgeSubscription(answers),
    judgeSecret(answers.appSubscriptions),
    judgeWebhook(described, expected),
    judgeClock(clockAheadMs),
  ]
}

function judgeToken(token: GraphVerdict, number: GraphVerdict, now: Date): Judged {
  const data = dataOf(token)
  if (data?.is_valid === false || [token, number].some(isRefusedToken)) return { code: 'token_expired' }
  if (!data) return number.outcome === 'answered' ? { code: 'token_accepted' } : unknown('token_unknown', token)
  const ends = Math.min(...[data.expires_at, data.data_access_expires_at].filter(isMoment))
  if (ends === Number.POSITIVE_INFINITY) return { code: 'token_works' }
  const details = { until: moment(new Date(ends * 1000)) }
  return { code: ends * 1000 - now.getTime() < soon ? 'token_expires_soon' : 'token_works_until', details }
}

/** Zero stands for never. */
function isMoment(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value < 1e11
}

function isRefusedToken(verdict: GraphVerdict): boolean {
  return verdict.outcome === 'refused' && verdict.error.code === 'token_invalid'
}

function judgeScopes(token: GraphVerdict): Judged {
  const scopes: unknown = dataOf(token)?.scopes
  if (!Array.isArray(scopes)) return { code: 'scopes_unknown' }
  if (!scopes.includes('whatsapp_business_messaging')) return { code: 'scope_messaging_missing' }
  return { code: scopes.includes('whatsapp_business_management') ? 'scopes_granted' : 'scope_management_missing' }
}

function judgeSubscription({ subscribedApps, appSubscriptions, appId }: HealthAnswers): Judged {
  const apps = listOf(subscribedApps)
  const isLockedOut = subscribedApps.outcome === 'refused' && subscribedApps.error.class === 'auth'
  if (isLockedOut) return { code: 'subscription_hidden' }
  if (!apps) return unknown('subscription_unknown', subscribedApps)
  const ids = apps.map(({ whatsapp_business_api_data: app }) => (isObject(app) ? app.id : undefined))
  if (apps.length === 0 || (appId !== undefined && !ids.includes(appId))) return { code: 'not_subscribed' }

  const subscriptions = appSubscriptions && listOf(appSubscriptions)
  if (!subscriptions) return { code: 'subscribed_fields_unknown' }
  const fields = subscriptions
    .filter(({ object }) => object === 'whatsapp_business_account')
    .flatMap(({ fields }) => (Array.isArray(fields) ? fields : []))
    .map((field: unknown) => (isObject(field) ? field.name : field))
  return { code: fields.includes('messages') ? 'subscribed' : 'field_messages_missing' }
}

// What Meta says when an app proves itself with the wrong secret.
const wrongSecret: readonly (number | undefined)[] = [101, 190]

function judgeSecret(answer: GraphVerdict | undefined): Judged {
  if (answer?.outcome === 'answered') return { code: 'secret_right' }
  const isWrong = answer?.outcome === 'refused' && wrongSecret.includes(answer.error.providerCode)
  return { code: isWrong ? 'secret_wrong' : 'secret_unproven' }
}

/** The nearest setting counts: of the number, else of the account, else of the app. */
function judgeWebhook(described: JsonObject | undefined, expected: Expected): Judged {
  const { webhookUrl, sharedWebhookUrl, isLocal } = expected
  const set = described?.webhook_configuration
  if (!isObject(set)) return { code: 'webhook_unknown' }
  const address = [set.phone_number, set.whatsapp_business_account, set.application].map(textOf).find(Boolean)
  if (address === undefined) return { code: 'webhook_not_set' }
  if (address === webhookUrl || address === sharedWebhookUrl) return { code: 'webhook_ours' }
  const details = { address: address.slice(0, 300) }
  const isSamePath = URL.canParse(address) && new URL(address).pathname === new URL(webhookUrl).pathname
  if (!isSamePath) return { code: 'webhook_elsewhere', details }
  return isLocal ? { code: 'webhook_ours' } : { code: 'webhook_other_host', details }
}

function judgeClock(aheadMs: number | undefined): Judged {
  if (aheadMs === undefined) return { code: 'clock_unknown' }
  if (Math.abs(aheadMs) < tolerance) return { code: 'clock_right' }
  return { code: 'clock_wrong', details: { seconds: Math.round(Math.abs(aheadMs) / 1000) } }
}

function dataOf(verdict: GraphVerdict): JsonObject | undefined {
  return verdict.outcome === 'answered' && isObject(verdict.body.data) ? verdict.body.data : undefined
}

/** The objects of a list Meta answered; undefined when it did not. */
export function listOf(verdict: GraphVerdict): JsonObject[] | undefined {
  const data = verdict.outcome === 'answered' ? verdict.body.data : undefined
  return Array.isArray(data) ? data.filter(isObject) : undefined
}

/** Not known, and why. */
export function unknown(code: CauseCode, verdict: GraphVerdict): Judged {
  return { code, details: { reason: verdict.outcome === 'answered' ? '' : verdict.error.message } }
}
