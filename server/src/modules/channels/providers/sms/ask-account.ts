import type { Context } from '#lib/context'
import { isObject, type JsonObject } from '../../inbound/json.ts'
import type { OpenedChannel } from '../../port.ts'
import { callTwilio, type TwilioVerdict } from './call-twilio.ts'
import { open } from './open.ts'

/** Twilio's answers about one sender, none of them understood yet. */
export interface AccountAnswers {
  readonly account: TwilioVerdict
  /** The number, or the messaging service; undefined for a sender nobody can look up. */
  readonly sender: TwilioVerdict | undefined
}

/** Asks Twilio whatever it can tell about a sender: two reads. */
export async function askAccount(context: Context, channel: OpenedChannel<'sms'>): Promise<AccountAnswers> {
  const caller = open(context, channel)
  const [account, sender] = await Promise.all([
    callTwilio(context, caller, { method: 'GET', path: `/2010-04-01/Accounts/${caller.accountSid}.json` }),
    askSender(context, channel),
  ])
  return { account, sender }
}

async function askSender(context: Context, channel: OpenedChannel<'sms'>): Promise<TwilioVerdict | undefined> {
  const caller = open(context, channel)
  const { phoneNumber, messagingServiceSid, accountSid } = channel.settings
  if (messagingServiceSid)
    return callTwilio(context, caller, { method: 'GET', path: `/v1/Services/${messagingServiceSid}`, of: 'messaging' })
  if (!phoneNumber?.startsWith('+')) return undefined
  const wanted = encodeURIComponent(phoneNumber)
  const path = `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers.json?PhoneNumber=${wanted}`
  return callTwilio(context, caller, { method: 'GET', path })
}

/** The number as Twilio describes it; undefined when it is not among the account's. */
export function numberIn(verdict: TwilioVerdict | undefined): JsonObject | undefined {
  const list = verdict?.outcome === 'answered' ? verdict.body.incoming_phone_numbers : undefined
  return Array.isArray(list) ? list.find(isObject) : undefined
}
