import type { Port } from '../../port.ts'
import { subscribeApp } from './ask-health.ts'
import { capabilities } from './capabilities.ts'
import { examine } from './examine.ts'
import { fetchFile } from './fetch-file.ts'
import { giveFile } from './give-file.ts'
import { markRead } from './mark-read.ts'
import { open, openForExamination } from './open.ts'
import { parse } from './parse.ts'
import { send } from './send.ts'

/** A WhatsApp number by Meta's Cloud API. */
export const whatsappCloud: Port<'whatsapp_cloud'> = {
  capabilities,
  callsWith: { name: 'accessToken', called: 'access token' },
  signatures: {
    right: 'signatures_right',
    refused: 'signatures_refused',
    refusedBefore: 'signatures_refused_before',
  },
  webhookPath: (key) => `/webhooks/whatsapp/${key}`,
  defaultUrl: ({ providerUrls }) => providerUrls.whatsapp,
  addressOf: ({ displayPhoneNumber }) => displayPhoneNumber,
  lineOf: ({ phoneNumberId }) => phoneNumberId,
  open,
  send,
  parse,
  examine,
  subscribe: (context, channel) => subscribeApp(context, openForExamination(context, channel)),
  markRead,
  fetchFile,
  giveFile,
}
