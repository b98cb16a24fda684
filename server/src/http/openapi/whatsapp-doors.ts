import type { Operation, Parameter, Response } from './document.ts'

const text = (description: string): Response => ({
  description,
  content: { 'text/plain': { schema: { type: 'string' } } },
})
const key: Parameter = {
  ...{ name: 'key', in: 'path', required: true, schema: { type: 'string' }, example: '0b9f6c1d2e3f4a5b' },
  description: 'Of a channel: the last part of its `webhookUrl`.',
}
const hub = (name: string, description: string, example: string): Parameter => ({
  ...{ name: `hub.${name}`, in: 'query', required: true, schema: { type: 'string' } },
  ...{ description, example },
})

const handshake: Operation = {
  tags: ['Webhooks in'],
  summary: 'Meta’s question whether this address is yours',
  description: 'Who knows the verify token gets the challenge back, bare.',
  security: [],
  parameters: [
    hub('mode', 'Always `subscribe`.', 'subscribe'),
    hub('verify_token', 'The channel’s; at the address for all numbers, the installation’s.', 'a-word-of-your-own'),
    hub('challenge', 'What to answer.', '1158201444'),
  ],
  responses: { 200: text('The challenge.'), 403: text('The token is another one, or there is no such channel.') },
}

const report: Operation = {
  tags: ['Webhooks in'],
  summary: 'What WhatsApp reports: messages, receipts, changes',
  description:
    'The signature is checked over the raw bytes, of which there may be three megabytes. 200 means stored: nothing acknowledged is lost, and nothing sent twice has a second effect. Not counted against any allowance.',
  security: [],
  parameters: [
    {
      ...{ name: 'X-Hub-Signature-256', in: 'header', required: true, schema: { type: 'string' } },
      description: '`sha256=` and the HMAC of the body under the app secret, in hex.',
    },
  ],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: { type: 'object' },
        example: { object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes: [] }] },
      },
    },
  },
  responses: {
    200: text('Stored.'),
    401: text('The signature is missing or wrong, or there is no such channel.'),
    503: text('Not stored; send it again.'),
  },
}

const withKey = (operation: Operation): Operation => ({
  ...operation,
  parameters: [key, ...(operation.parameters ?? [])],
})

/** One address for each channel, and one for an app with many numbers, routed by the numbers a report names. */
export const whatsappDoors: Readonly<Record<string, Operation>> = {
  'GET /webhooks/whatsapp/{key}': withKey(handshake),
  'POST /webhooks/whatsapp/{key}': withKey(report),
  'GET /webhooks/whatsapp': handshake,
  'POST /webhooks/whatsapp': report,
}
