import type { Context } from '#lib/context'
import { idOf } from '../../inbound/json.ts'
import type { OutgoingMessage, SendResult } from '../../sending.ts'
import { callTwilio } from './call-twilio.ts'
import type { SmsSender } from './settings.ts'

/**
 * Sends a text, once. Twilio knows no key by which it would recognise the same message again, so the attempt's id stands in
 * the address it reports to: a report proves that the attempt was taken, whatever became of the answer.
 */
export async function send(
  context: Context,
  sender: SmsSender,
  { to, content, attemptId }: OutgoingMessage,
): Promise<SendResult> {
  const verdict = await callTwilio(context, sender, {
    method: 'POST',
    path: `/2010-04-01/Accounts/${sender.accountSid}/Messages.json`,
    form: {
      To: addressOf(to),
      ...sender.from,
      Body: 'body' in content ? String(content.body) : '',
      StatusCallback: `${sender.statusUrl}?attempt=${attemptId}`,
    },
  })
  if (verdict.outcome !== 'answered') return verdict
  const providerMessageId = idOf(verdict.body.sid)
  if (providerMessageId !== undefined) return { outcome: 'accepted', providerMessageId }
  const message = 'Twilio answered without an id for the message; it may have been sent.'
  return { outcome: 'unknown', error: { code: 'provider_unclear', class: 'ambiguous', message } }
}

function addressOf({ phone, whatsappUserId }: OutgoingMessage['to']): string {
  if (phone !== undefined) return phone
  if (whatsappUserId !== undefined) return `whatsapp:${whatsappUserId}`
  throw new Error('a text needs a number to go to')
}
