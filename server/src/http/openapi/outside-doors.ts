import type { Operation, Response } from './document.ts'
import { smsDoors } from './sms-doors.ts'
import { whatsappDoors } from './whatsapp-doors.ts'

const text = (description: string): Response => ({
  description,
  content: { 'text/plain': { schema: { type: 'string' } } },
})
const state = { type: 'object', properties: { status: { type: 'string' } }, required: ['status'] } as const

/** Doors that are no JSON behind a schema: those for providers, for whoever watches over the process, and the stream. */
export const outsideDoors: Readonly<Record<string, Operation>> = {
  ...smsDoors,
  ...whatsappDoors,
  'GET /api/v1/auth/oidc/callback': {
    tags: ['Account'],
    summary: 'Where the other service sends the browser back to',
    description: 'Asked by browsers alone, with the cookie that leaving set.',
    security: [],
    responses: {
      303: {
        description: 'On to where the person wanted to go, or back with `?problem=` and one of these codes.',
        'x-codes': [
          'email_unverified',
          'link_first',
          'linked_elsewhere',
          'oidc_cancelled',
          'oidc_failed',
          'sign_up_closed',
        ],
      },
    },
  },
  'GET /files/{token}': {
    tags: ['Media'],
    summary: 'A file, or a part of it, by a signed link',
    description:
      'The link is the permission and ends. Pictures, sound and video come as what they are; all else is downloaded.',
    security: [],
    parameters: [
      { name: 'token', in: 'path', required: true, schema: { type: 'string' }, example: 'eyJtZWRpYSI6IjAxOTU1YTNjIn0' },
    ],
    responses: {
      200: { description: 'The file.' },
      206: { description: 'The part that `Range` asks for.' },
      404: { description: 'Nobody here signed this link.', 'x-codes': ['not_found'] },
      410: { description: 'The link is over.', 'x-codes': ['link_over'] },
      416: { description: 'The part lies beyond the end.' },
    },
  },
  'GET /health/live': {
    tags: ['Operation'],
    summary: 'Whether the process answers',
    security: [],
    responses: {
      200: { description: 'It does.', content: { 'application/json': { schema: state, example: { status: 'live' } } } },
    },
  },
  'GET /health/ready': {
    tags: ['Operation'],
    summary: 'Whether it can do its work: the database answers',
    security: [],
    responses: {
      200: { description: 'It can.', content: { 'application/json': { schema: state, example: { status: 'ready' } } } },
      503: {
        description: 'Not now.',
        content: { 'application/json': { schema: state, example: { status: 'the database does not answer' } } },
      },
    },
  },
  'GET /metrics': {
    tags: ['Operation'],
    summary: 'Figures of the process for Prometheus, by route and never by workspace',
    security: [],
    responses: { 200: text('Prometheus’ text format.') },
  },
  'GET /openapi.json': {
    tags: ['Operation'],
    summary: 'This document',
    security: [],
    responses: {
      200: {
        description: 'OpenAPI 3.1.',
        content: { 'application/json': { schema: { type: 'object' }, example: { openapi: '3.1.0' } } },
      },
    },
  },
}

/** What the stream says; it never ends by itself. */
export const streamAnswer: Response = {
  description:
    'First `ready` (or `reset`: read everything anew), then one `fact` for each change. Come back with `Last-Event-ID` to miss nothing.',
  content: {
    'text/event-stream': {
      schema: { type: 'string' },
      example: 'id: 1042_01955a3c-7b10-7c4e-9a1d-2f6e8b3c5d01\nevent: ready\ndata: {}\n\n',
    },
  },
}

/** What an upload holds; no schema checks it, it is read as it comes. */
export const uploadBody: NonNullable<Operation['requestBody']> = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
    },
    'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
  },
}
