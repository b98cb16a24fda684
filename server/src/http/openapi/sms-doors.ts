import type { Operation, Parameter, Response } from './document.ts'

const answer = (type: string, description: string): Response => ({
  description,
  content: { [type]: { schema: { type: 'string' } } },
})
const key: Parameter = {
  ...{ name: 'key', in: 'path', required: true, schema: { type: 'string' }, example: '0b9f6c1d2e3f4a5b' },
  description: 'Of a channel: the last part of its `webhookUrl`.',
}

const look: Operation = {
  tags: ['Webhooks in'],
  summary: 'Whether texts are taken at this address',
  description: 'By its answer a channel’s examination knows its own address again.',
  security: [],
  parameters: [key],
  responses: { 200: answer('text/plain', 'A sentence, always the same.') },
}

const report: Operation = {
  tags: ['Webhooks in'],
  summary: 'What Twilio reports: texts and what became of ours',
  description:
    'The signature is checked over the public address and the form. 200 means stored: nothing acknowledged is lost, and nothing sent twice has a second effect. Not counted against any allowance.',
  security: [],
  parameters: [
    key,
    {
      ...{ name: 'X-Twilio-Signature', in: 'header', required: true, schema: { type: 'string' } },
      description: 'Base64 of the HMAC-SHA1, under the auth token, of the address and the sorted fields.',
    },
  ],
  requestBody: {
    required: true,
    content: {
      'application/x-www-form-urlencoded': {
        schema: { type: 'object' },
        example: { MessageSid: 'SM00000000000000000000000000000001', From: '+15550100123', Body: 'Hello' },
      },
    },
  },
  responses: {
    200: answer('text/xml', 'Stored. An empty answer, so that nothing is sent back.'),
    401: answer('text/plain', 'The signature is missing or wrong, or there is no such channel.'),
    503: answer('text/plain', 'Not stored; send it again.'),
  },
}

/** Where Twilio reports about a number for SMS. */
export const smsDoors: Readonly<Record<string, Operation>> = {
  'GET /webhooks/sms/twilio/{key}': look,
  'POST /webhooks/sms/twilio/{key}': report,
}
