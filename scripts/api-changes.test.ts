// When: in npm test.
// What: a test for each rule by which a change breaks programs, and for what breaks none.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Document, Operation, Schema } from '../server/src/http/openapi/document.ts'
import { breakingChanges } from './api-changes.ts'

const json = (schema: Schema) => ({ content: { 'application/json': { schema } } })
const text: Schema = { type: 'string' }
const object = (properties: Record<string, Schema>, required: string[] = Object.keys(properties)): Schema => ({
  ...{ type: 'object', properties, required },
})

function document(more: Partial<Operation> = {}, paths: Document['paths'] = {}): Document {
  const operation: Operation = {
    security: [],
    parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } }],
    requestBody: json(object({ name: { ...text, maxLength: 20 }, kind: { enum: ['a', 'b'] }, note: text }, ['name'])),
    responses: {
      200: {
        description: '',
        ...json(object({ id: text, owner: { anyOf: [object({ name: text }), { type: 'null' }] } })),
      },
      409: { description: '', 'x-codes': ['taken'] },
    },
    ...more,
  }
  return {
    openapi: '3.1.0',
    info: { title: '', version: '' },
    components: { schemas: {} },
    paths: { '/things': { post: operation }, ...paths },
  }
}

const before = document()
const body = (schema: Schema) => document({ requestBody: json(schema) })
const answer = (schema: Schema) =>
  document({ responses: { ...before.paths['/things']?.post?.responses, 200: { description: '', ...json(schema) } } })
const name: Schema = { ...text, maxLength: 20 }
const kind: Schema = { enum: ['a', 'b'] }

const breaking: readonly (readonly [rule: string, after: Document, sentence: RegExp])[] = [
  ['a path is removed', { ...before, paths: {} }, /POST \/things is gone/],
  [
    'an operation is removed',
    { ...before, paths: { '/things': { get: before.paths['/things']?.post as Operation } } },
    /POST \/things is gone/,
  ],
  ['an open door asks for a session', document({ security: [{ bearer: [] }] }), /asks for a session/],
  ['a parameter is removed', document({ parameters: [] }), /takes no limit any more/],
  [
    'a parameter is bounded tighter',
    document({ parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 50 } }] }),
    /limit has a tighter maximum/,
  ],
  [
    'a parameter is asked for',
    document({
      parameters: [
        ...(before.paths['/things']?.post?.parameters ?? []),
        { name: 'q', in: 'query', required: true, schema: text },
      ],
    }),
    /asks for q now/,
  ],
  [
    'a body is asked for',
    document({ requestBody: { required: true, ...before.paths['/things']?.post?.requestBody, content: {} } }),
    /asks for a body now/,
  ],
  [
    'a field of a request is asked for',
    body(object({ name, kind, note: text }, ['name', 'note'])),
    /body\.note is asked for now/,
  ],
  [
    'a new field of a request is asked for',
    body(object({ name, kind, note: text, more: text }, ['name', 'more'])),
    /body\.more is asked for now/,
  ],
  ['a field of a request is removed', body(object({ name, kind }, ['name'])), /body\.note is taken no more/],
  [
    'a field of a request takes another type',
    body(object({ name: { type: 'integer' }, kind, note: text }, ['name'])),
    /body\.name takes no string/,
  ],
  [
    'a field of a request takes fewer words',
    body(object({ name, kind: { enum: ['a'] }, note: text }, ['name'])),
    /takes no "b"/,
  ],
  [
    'a field of a request takes words only',
    body(object({ name, kind, note: { type: 'string', enum: ['x'] } }, ['name'])),
    /note takes certain words only/,
  ],
  [
    'a field of a request is bounded tighter',
    body(object({ name: { ...text, maxLength: 10 }, kind, note: text }, ['name'])),
    /tighter maxLength/,
  ],
  [
    'a status is changed',
    document({ responses: { 201: before.paths['/things']?.post?.responses[200] as never } }),
    /answers 200 no more/,
  ],
  [
    'a type of content is changed',
    document({ responses: { 200: { description: '', content: { 'text/csv': {} } } } }),
    /is no application\/json/,
  ],
  ['a field of an answer is removed', answer(object({ id: text })), /200\.owner is gone/],
  [
    'a field within one that may be null is removed',
    answer(object({ id: text, owner: { anyOf: [object({}), { type: 'null' }] } })),
    /owner\.name is gone/,
  ],
  [
    'a field of an answer has another type',
    answer(object({ id: { type: 'integer' }, owner: { type: 'null' } })),
    /200\.id may be integer now/,
  ],
  [
    'a field of an answer may be null',
    answer(object({ id: { type: ['string', 'null'] }, owner: { type: 'null' } })),
    /200\.id may be null now/,
  ],
  [
    'a field of an answer may be missing',
    answer(object({ id: text, owner: { type: 'null' } }, ['owner'])),
    /200\.id may be missing now/,
  ],
  [
    'a code moves to another status',
    document({
      responses: {
        ...before.paths['/things']?.post?.responses,
        409: { description: '' },
        422: { description: '', 'x-codes': ['taken'] },
      },
    }),
    /refuses with taken under another status/,
  ],
]

for (const [rule, after, sentence] of breaking) {
  test(`programs break when ${rule}`, () => {
    const changes = breakingChanges(before, after)
    assert.match(changes.join('\n'), sentence)
  })
}

test('what is only added, or allowed more, breaks nothing', () => {
  const operation = before.paths['/things']?.post as Operation
  const after = document(
    {
      parameters: [...(operation.parameters ?? []), { name: 'q', in: 'query', schema: text }],
      requestBody: json(
        object(
          {
            name: { ...text, maxLength: 40 },
            kind: { enum: ['a', 'b', 'c'] },
            note: { type: ['string', 'null'] },
            more: text,
          },
          [],
        ),
      ),
      responses: {
        ...operation.responses,
        200: {
          description: 'in other words',
          ...json(
            object({ id: text, owner: { anyOf: [object({ name: text, since: text }), { type: 'null' }] }, more: text }),
          ),
        },
        422: { description: '', 'x-codes': ['unusable'] },
      },
    },
    { '/others': { get: operation } },
  )
  assert.deepEqual(breakingChanges(before, after), [])
  assert.deepEqual(breakingChanges(before, before), [])
})
