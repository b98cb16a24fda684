import type { CauseCode } from '../../health/causes.ts'
import type { Judged } from '../../health/judged.ts'
import { isObject, type JsonObject, textOf } from '../../inbound/json.ts'
import type { HealthAnswers } from './ask-health.ts'
import type { GraphVerdict } from './judge.ts'
import { type Expected, listOf, unknown } from './judge-health.ts'

/** The number itself: whose it is, how it stands, what it may do. */
export function judgeNumber({ number, numbersOfAccount }: HealthAnswers, expected: Expected): Judged[] {
  if (number.outcome !== 'answered') {
    return [
      judgeAbsence(number, expected),
      ...(['account_unknown', 'name_unknown', 'quality_unknown', 'limit_unknown', 'throughput_unknown'] as const).map(
        (code) => ({ code }),
      ),
    ]
  }
  const { body } = number
  const ids = listOf(numbersOfAccount)?.map(({ id }) => id)
  return [
    judgeRegistration(body, ids, expected),
    judgeAccount(body),
    judgeName(body),
    { code: qualities[word(body.quality_rating)] ?? 'quality_unrated' },
    judgeLimit(body),
    judgeThroughput(body),
  ]
}

function judgeAbsence(number: Exclude<GraphVerdict, { outcome: 'answered' }>, { phoneNumberId }: Expected): Judged {
  const isRefused = number.outcome === 'refused' && number.error.class === 'our_request'
  if (number.error.class === 'auth') return { code: 'number_hidden' }
  if (!isRefused) return unknown('number_unknown', number)
  // Without a code of Meta's own it was not Meta who refused.
  if (number.error.providerCode === undefined) return unknown('api_address_wrong', number)
  return { code: 'number_not_found', details: { phoneNumberId } }
}

const unregistered = ['PENDING', 'DELETED', 'MIGRATED', 'DISCONNECTED', 'UNVERIFIED', 'UNKNOWN', 'OFFLINE']

function judgeRegistration(body: JsonObject, ids: unknown[] | undefined, expected: Expected): Judged {
  if (ids && !ids.includes(expected.phoneNumberId)) {
    return { code: 'number_not_in_account', details: { wabaId: expected.wabaId } }
  }
  const status = word(body.status)
  if (unregistered.includes(status)) return { code: 'number_not_registered', details: { status } }
  const shown = textOf(body.display_phone_number)?.slice(0, 40) ?? expected.displayPhoneNumber
  const isSame = digits(shown) === digits(expected.displayPhoneNumber)
  return { code: isSame ? 'number_registered' : 'number_differs', details: { number: shown } }
}

// Meta's words for a number's state that concern what it may do.
const standings: Readonly<Record<string, CauseCode>> = {
  BANNED: 'account_banned',
  RESTRICTED: 'account_restricted',
  FLAGGED: 'account_flagged',
  RATE_LIMITED: 'account_limited',
}
const mayBlock: Readonly<Record<string, CauseCode>> = { BLOCKED: 'account_restricted', LIMITED: 'account_limited' }

function judgeAccount({ status, health_status: health }: JsonObject): Judged {
  const reason = isObject(health) ? reasonIn(health) : ''
  const code = standings[word(status)] ?? (isObject(health) ? mayBlock[word(health.can_send_message)] : undefined)
  return code ? { code, details: { reason } } : { code: 'account_fine' }
}

/** The first thing Meta names as standing in the way. */
function reasonIn({ entities }: JsonObject): string {
  const errors = (Array.isArray(entities) ? entities : [])
    .filter(isObject)
    .flatMap(({ errors }) => (Array.isArray(errors) ? errors : []))
  const said = errors.filter(isObject).map((error) => textOf(error.error_description))
  return said.find(Boolean)?.slice(0, 300) ?? ''
}

const names: Readonly<Record<string, CauseCode>> = {
  APPROVED: 'name_approved',
  AVAILABLE_WITHOUT_REVIEW: 'name_approved',
  PENDING_REVIEW: 'name_pending',
  DECLINED: 'name_declined',
  EXPIRED: 'name_declined',
}

function judgeName({ name_status: status, verified_name: name }: JsonObject): Judged {
  return { code: names[word(status)] ?? 'name_unknown', details: { name: textOf(name)?.slice(0, 120) ?? '' } }
}

/** Meta's colours. */
export const qualities: Readonly<Record<string, CauseCode>> = {
  GREEN: 'quality_high',
  YELLOW: 'quality_medium',
  RED: 'quality_low',
}

/** How many customers may be written to first in 24 hours, by Meta's word for it. */
export const limits: Readonly<Record<string, string>> = {
  TIER_50: '50',
  TIER_250: '250',
  TIER_1K: '1,000',
  TIER_2K: '2,000',
  TIER_10K: '10,000',
  TIER_100K: '100,000',
}

function judgeLimit(body: JsonObject): Judged {
  return judgeTier(word(body.whatsapp_business_manager_messaging_limit) || word(body.messaging_limit_tier))
}

export function judgeTier(tier: string): Judged {
  if (tier === 'TIER_UNLIMITED') return { code: 'limit_none' }
  const limit = limits[tier]
  return limit === undefined ? { code: 'limit_unknown' } : { code: 'limit_known', details: { limit } }
}

const speeds: Readonly<Record<string, number>> = { STANDARD: 80, HIGH: 1000 }

function judgeThroughput({ throughput }: JsonObject): Judged {
  const perSecond = speeds[isObject(throughput) ? word(throughput.level) : '']
  return perSecond === undefined ? { code: 'throughput_unknown' } : { code: 'throughput_known', details: { perSecond } }
}

/** A word of Meta's as it stands in the tables above; anything else is none. */
export function word(value: unknown): string {
  return typeof value === 'string' ? value.toUpperCase() : ''
}

function digits(phone: string): string {
  return phone.replace(/\D/g, '')
}
