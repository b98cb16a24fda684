import { z } from 'zod'
import { Problem } from '../problems.ts'
import { type Document, type Operation, operationsOf, type Parameter, type Response, type Schema } from './document.ts'
import { exampleOf } from './example.ts'
import { outsideDoors, streamAnswer, uploadBody } from './outside-doors.ts'
import { type ProblemCodeName, problemCodes } from './problem-codes.ts'
import { refusalsOf } from './refusals.ts'
import { chosen } from './words.ts'

/**
 * Adds to the document what the doors' schemas don't say: every refusal with its codes, examples, headers, what a door has in
 * common with others of its kind, and the doors that are no JSON behind a schema.
 */
export function complete(document: Document): Document {
  document.components.schemas.Problem = z.toJSONSchema(Problem, {
    target: 'openapi-3.0',
    unrepresentable: 'any',
  }) as Schema
  document.components.headers = headers
  for (const [name, operation] of operationsOf(document)) completeOperation(name, operation, document)
  for (const [name, operation] of Object.entries(outsideDoors)) {
    const [method = '', path = ''] = name.split(' ')
    const codes = path.startsWith('/api/') ? refusalsOf(name, operation) : method === 'POST' ? uptake : []
    const refusals = refusalAnswers(codes)
    const described = { ...operation, operationId: idOf(name), responses: { ...operation.responses, ...refusals } }
    document.paths[path] = { ...document.paths[path], [method.toLowerCase()]: described }
  }
  return withoutUnused(document)
}

function completeOperation(name: string, operation: Operation, document: Document): void {
  const codes = refusalsOf(name, operation)
  operation.operationId = idOf(name)
  operation.security ??= isOpen(name) ? [] : [{ bearer: [] }, { cookie: [] }]
  operation.description = [operation.description, ...kinds(name, operation, codes)].filter(Boolean).join('\n\n')
  if (codes.includes('idempotency_key_reused')) operation.parameters = [...(operation.parameters ?? []), idempotencyKey]
  if (name.endsWith('/stream')) operation.responses = { 200: streamAnswer }
  if (name === 'POST /api/v1/w/{slug}/media') operation.requestBody = uploadBody

  delete operation.responses['4XX']
  for (const [status, response] of Object.entries(operation.responses)) completeAnswer(status, response)
  Object.assign(operation.responses, refusalAnswers(codes))
  addExamples(name, operation, document)
}

// What may go wrong before a provider's door is reached.
const uptake = ['bad_request', 'body_too_large', 'unexpected'] as const

/** Doors of the API that ask for no session; all others do. */
function isOpen(name: string): boolean {
  const [, path = ''] = name.split(' ')
  return (
    path.startsWith('/api/v1/auth/') || ['GET /api/v1/invitations/{token}', 'GET /api/v1/installation'].includes(name)
  )
}

function idOf(name: string): string {
  const [method = '', path = ''] = name.split(' ')
  const words = path.replace(/^\/api\/v1/, '').split(/[^A-Za-z0-9]+/)
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function kinds(name: string, operation: Operation, codes: readonly ProblemCodeName[]): string[] {
  const takes = (wanted: string) => operation.parameters?.some((parameter) => parameter.name === wanted)
  const own = codes.filter((code) => !common.includes(code))
  return [
    operation.security?.length === 0 ? 'Open to anybody.' : '',
    takes('cursor') ? 'A page of a list: ask again with `nextCursor` as `cursor` until it is null.' : '',
    name.startsWith('POST') && codes.includes('idempotency_key_reused')
      ? 'With an `Idempotency-Key` it acts once, however often it is asked.'
      : '',
    own.length > 0
      ? `Refuses with:\n${own.map((code) => `- \`${code}\`: ${problemCodes[code].meaning}`).join('\n')}`
      : '',
  ]
}

const common: readonly ProblemCodeName[] = [
  ...(['bad_request', 'too_many_requests', 'unexpected', 'not_signed_in', 'forbidden', 'not_found'] as const),
  ...(['invalid_input', 'foreign_origin', 'invalid_json', 'body_too_large', 'body_too_complex'] as const),
  ...(['unsupported_media_type', 'idempotency_key_reused', 'idempotency_in_progress'] as const),
]

function completeAnswer(status: string, response: Response): void {
  const said: Record<string, string> = {
    200: 'The answer.',
    201: 'It was made.',
    204: 'It was done; there is nothing to say.',
  }
  if (response.description === 'Default Response' || status === '204')
    response.description = said[status] ?? 'The answer.'
  if (status === '204') delete response.content
  response.headers = { RateLimit: reference('RateLimit'), 'RateLimit-Policy': reference('RateLimit-Policy') }
}

function refusalAnswers(codes: readonly ProblemCodeName[]): Record<string, Response> {
  const statuses = new Set(codes.map((code) => problemCodes[code].status))
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      refusalAnswer(codes.filter((code) => problemCodes[code].status === status)),
    ]),
  )
}

function refusalAnswer(codes: readonly ProblemCodeName[]): Response {
  const unique = [...new Set(codes)].sort()
  const [first = 'unexpected'] = unique
  const { status, meaning } = problemCodes[first]
  return {
    description: unique.map((code) => `\`${code}\`: ${problemCodes[code].meaning}`).join('\n\n'),
    ...(status === 429 ? { headers: { 'Retry-After': reference('Retry-After') } } : {}),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        example: { type: 'about:blank', title: first.replaceAll('_', ' '), status, detail: meaning, code: first },
      },
    },
    'x-codes': unique,
  }
}

function addExamples(name: string, operation: Operation, document: Document): void {
  const subject = subjectOf(name)
  for (const content of Object.values(operation.requestBody?.content ?? {}))
    if (content.schema) content.example ??= chosen[name] ?? exampleOf(content.schema, document, subject)
  for (const [status, { content = {} }] of Object.entries(operation.responses))
    for (const media of Object.values(content))
      if (media.schema && status.startsWith('2')) media.example ??= exampleOf(media.schema, document, subject)
  for (const parameter of operation.parameters ?? [])
    if (parameter.in === 'path' || parameter.required)
      parameter.example ??= exampleOf(parameter.schema, document, parameter.name)
}

/** What a door is about, by the last word of its path that is no id: `channel` for `/channels/{id}`. */
function subjectOf(name: string): string {
  const last =
    name
      .split('/')
      .filter((part) => !part.startsWith('{'))
      .at(-1) ?? ''
  return last === 'w' ? 'workspaces' : last
}

const reference = (name: string) => ({ $ref: `#/components/headers/${name}` })

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Of your choice, new for each new request.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

const headers = {
  RateLimit: {
    description:
      'Of the allowance that is nearest to its end: requests left (`r`) and seconds until it is as new (`t`).',
    schema: { type: 'string' },
    example: '"credential";r=1187;t=23',
  },
  'RateLimit-Policy': {
    description: 'The same allowance in full: requests (`q`) within so many seconds (`w`).',
    schema: { type: 'string' },
    example: '"credential";q=1200;w=60',
  },
  'Retry-After': { description: 'Seconds.', schema: { type: 'integer' }, example: 23 },
}

/** Schemas are made for reading and for writing; where nothing refers to one of them it only is in the way. */
function withoutUnused(document: Document): Document {
  const { schemas } = document.components
  for (;;) {
    const text = JSON.stringify(document)
    const unused = Object.keys(schemas).filter((name) => !text.includes(`"#/components/schemas/${name}"`))
    if (unused.length === 0) return document
    for (const name of unused) delete schemas[name]
  }
}
