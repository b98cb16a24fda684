import type { CauseCode } from '../../health/causes.ts'
import type { Judged } from '../../health/judged.ts'
import { idOf, isObject, type JsonObject, textOf } from '../../inbound/json.ts'
import { kept, type Parcel } from '../../inbound/parcel.ts'
import { judgeTier, word } from './judge-number.ts'
import type { AccountReport } from './note-report.ts'
import { newsOfTemplate, templateFields } from './parse-template-news.ts'
import { readTime } from './read-time.ts'

type Read = (value: JsonObject) => Pick<AccountReport, 'judged' | 'template'> | undefined

// The fields of a webhook in which Meta tells how an account, a number or a template stands.
const readers: Readonly<Record<string, Read>> = {
  account_update: (value) => asReport(accountIn(value)),
  phone_number_quality_update: (value) => asReport(...qualityIn(value)),
  phone_number_name_update: (value) => asReport(nameIn(value)),
  message_template_status_update: templateIn,
}

/** What Meta says about an account of its own accord; undefined for what is about something else or says nothing we know. */
export function parseReport(
  field: string,
  change: JsonObject,
  entry: JsonObject,
  receivedAt: Date,
): Parcel | undefined {
  const value = isObject(change.value) ? change.value : {}
  const read = Object.hasOwn(readers, field) ? readers[field]?.(value) : undefined
  const news = templateFields.includes(field) ? newsOfTemplate(value) : undefined
  if (!read && !news) return undefined
  const wabaId = idOf(entry.id)
  const phone = textOf(value.display_phone_number)
  const report: AccountReport = {
    judged: [],
    ...read,
    ...(news ? { news } : {}),
    at: readTime(entry.time, receivedAt),
    ...(wabaId === undefined ? {} : { wabaId }),
    ...(phone === undefined ? {} : { phoneDigits: phone.replace(/\D/g, '') }),
  }
  return { ...kept(field, change), meaning: { is: 'report', report } }
}

function asReport(...judged: (Judged | undefined)[]): { judged: Judged[] } | undefined {
  const known = judged.filter((one) => one !== undefined)
  return known.length > 0 ? { judged: known } : undefined
}

const bans: Readonly<Record<string, CauseCode>> = {
  DISABLE: 'account_banned',
  SCHEDULE_FOR_DISABLE: 'account_restricted',
  REINSTATE: 'account_fine',
}

function accountIn(value: JsonObject): Judged | undefined {
  const ban = isObject(value.ban_info) ? word(value.ban_info.waba_ban_state) : ''
  switch (word(value.event)) {
    case 'DISABLED_UPDATE':
      return { code: bans[ban] ?? 'account_restricted', details: { reason: '' } }
    case 'ACCOUNT_RESTRICTION':
      return { code: 'account_restricted', details: { reason: restrictionsIn(value.restriction_info) } }
    case 'ACCOUNT_VIOLATION':
      return { code: 'account_limited', details: { reason: violationIn(value.violation_info) } }
    case 'ACCOUNT_DELETED':
      return { code: 'account_banned', details: { reason: 'The account was deleted at Meta.' } }
    default:
      return undefined
  }
}

function restrictionsIn(list: unknown): string {
  const types = (Array.isArray(list) ? list : [list]).filter(isObject).map((one) => textOf(one.restriction_type))
  const said = types.filter((type) => type !== undefined).join(', ')
  return said ? `It names: ${said.slice(0, 300)}.` : ''
}

function violationIn(info: unknown): string {
  const type = isObject(info) ? textOf(info.violation_type) : undefined
  return type
    ? `It reports a violation of its policies: ${type.slice(0, 100)}.`
    : 'It reports a violation of its policies.'
}

const qualityEvents: Readonly<Record<string, Judged>> = {
  FLAGGED: { code: 'account_flagged' },
  UNFLAGGED: { code: 'account_fine' },
  THROUGHPUT_UPGRADE: { code: 'throughput_known', details: { perSecond: 1000 } },
}

function qualityIn(value: JsonObject): (Judged | undefined)[] {
  const tier = word(value.max_daily_conversations_per_business) || word(value.current_limit)
  const limit = judgeTier(tier)
  return [qualityEvents[word(value.event)], limit.code === 'limit_unknown' ? undefined : limit]
}

const decisions: Readonly<Record<string, CauseCode>> = {
  APPROVED: 'name_approved',
  DEFERRED: 'name_pending',
  REJECTED: 'name_declined',
}

function nameIn({ decision, requested_verified_name: name }: JsonObject): Judged | undefined {
  const code = decisions[word(decision)]
  return code && { code, details: { name: textOf(name)?.slice(0, 120) ?? '' } }
}

const stopped: readonly string[] = ['PAUSED', 'DISABLED', 'FLAGGED']
const runs: readonly string[] = ['APPROVED', 'REINSTATED', 'UNPAUSED']

function templateIn(value: JsonObject): Pick<AccountReport, 'judged' | 'template'> | undefined {
  const name = textOf(value.message_template_name)
  const event = word(value.event)
  const isStopped = stopped.includes(event)
  if (!name || !/^\w{1,512}$/.test(name) || !(isStopped || runs.includes(event))) return undefined
  const language = textOf(value.message_template_language)?.slice(0, 20) ?? ''
  return { judged: [], template: { name: `${name.slice(0, 80)} (${language})`, isStopped } }
}
