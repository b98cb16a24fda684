import type { Context } from '#lib/context'
import { idOf } from '../../inbound/json.ts'
import type { OpenedChannel, Verdict } from '../../port.ts'
import { askAccount, numberIn } from './ask-account.ts'
import { callTwilio } from './call-twilio.ts'
import { readError } from './error-classes.ts'
import { open } from './open.ts'

/** Has Twilio send here what customers write: to the number, or to the whole messaging service. */
export async function setWebhook(context: Context, channel: OpenedChannel<'sms'>): Promise<Verdict> {
  const caller = open(context, channel)
  const { messagingServiceSid, accountSid } = channel.settings
  if (messagingServiceSid) {
    const form = { InboundRequestUrl: caller.statusUrl, InboundMethod: 'POST', UseInboundWebhookOnNumber: 'false' }
    return callTwilio(context, caller, {
      method: 'POST',
      path: `/v1/Services/${messagingServiceSid}`,
      of: 'messaging',
      form,
    })
  }
  const { sender } = await askAccount(context, channel)
  if (sender && sender.outcome !== 'answered') return sender
  const sid = idOf(numberIn(sender)?.sid)
  if (sid === undefined) return { outcome: 'refused', error: readError(21606) }
  const path = `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${encodeURIComponent(sid)}.json`
  return callTwilio(context, caller, { method: 'POST', path, form: { SmsUrl: caller.statusUrl, SmsMethod: 'POST' } })
}
