import type { Port } from '../../port.ts'
import { capabilities } from './capabilities.ts'
import { examine } from './examine.ts'
import { open } from './open.ts'
import { parse } from './parse.ts'
import { segmentsOf } from './segments.ts'
import { send } from './send.ts'
import { setWebhook } from './set-webhook.ts'

/** A number for SMS by Twilio. */
export const sms: Port<'sms'> = {
  capabilities,
  callsWith: { name: 'authToken', called: 'auth token' },
  signatures: {
    right: 'sms_signatures_right',
    refused: 'sms_signatures_refused',
    refusedBefore: 'sms_signatures_refused_before',
  },
  webhookPath: (key) => `/webhooks/sms/twilio/${key}`,
  defaultUrl: ({ providerUrls }) => providerUrls.twilio,
  addressOf: ({ phoneNumber, messagingServiceSid }) => phoneNumber ?? messagingServiceSid ?? '',
  lineOf: ({ phoneNumber, messagingServiceSid }) => messagingServiceSid ?? phoneNumber ?? '',
  measure: (text) => ({ segments: segmentsOf(text) }),
  open,
  send,
  parse,
  examine,
  subscribe: setWebhook,
}
