import type { Context } from '#lib/context'
import type { OpenedChannel } from '../../port.ts'
import type { SmsSender } from './settings.ts'

/** The address and the key by which Twilio is called for a sender. */
export function open(
  { providerUrls, publicUrl }: Context,
  { id, key, settings, credentials }: OpenedChannel<'sms'>,
): SmsSender {
  const { accountSid, phoneNumber = '', messagingServiceSid } = settings
  return {
    kind: 'sms',
    id,
    accountSid,
    authToken: credentials.authToken,
    from: messagingServiceSid ? { MessagingServiceSid: messagingServiceSid } : { From: phoneNumber },
    baseUrl: settings.apiUrl ?? providerUrls.twilio,
    statusUrl: `${publicUrl}/webhooks/sms/twilio/${key}`,
  }
}
