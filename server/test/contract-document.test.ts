import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { breakingChanges } from '../../scripts/api-changes.ts'
import { asFile, released } from '../../scripts/api-promise.ts'
import { type Document, operationsOf } from '../src/http/openapi/document.ts'
import { innerCodes, problemCodes } from '../src/http/openapi/problem-codes.ts'
import { unknownOperations } from '../src/http/openapi/refusals.ts'
import { openApiDocument } from '../world/openapi.ts'
import { validatorFor } from './contract-schemas.ts'
import { recordRoutes } from './isolation/routes.ts'

const root = join(import.meta.dirname, '../..')
const recorder = recordRoutes()
const text = await openApiDocument()
recorder.stop()
const document = JSON.parse(text) as Document
const operations = operationsOf(document)

test('the document is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(text))
  assert.ok(valid, JSON.stringify(errors, null, 1))
  assert.match(document.openapi, /^3\.1\./)
})

test('every route is described: what it does, under which heading, and who may ask', () => {
  const described = new Set(operations.map(([name]) => name))
  const routes = recorder.routes
    .map((route) => route.replace(/:(\w+)/g, '{$1}'))
    .filter((route) => /^(GET|POST|PUT|PATCH|DELETE) \/(api|webhooks|health|metrics|openapi)/.test(route))
  // One address for those who look for it where others have it.
  assert.deepEqual(
    routes.filter((route) => !described.has(route) && route !== 'GET /health'),
    [],
  )
  for (const [name, { summary, tags, security, operationId }] of operations)
    assert.ok(summary && tags?.length && security && operationId, name)
  const ids = operations.map(([, { operationId }]) => operationId)
  assert.equal(new Set(ids).size, ids.length)
})

test('every request and every answer has an example, and each is what its own schema allows', () => {
  const validate = validatorFor(document)
  for (const [name, { requestBody, responses, parameters = [] }] of operations) {
    const bodies = [requestBody, ...Object.values(responses)].flatMap((part) => Object.values(part?.content ?? {}))
    for (const { schema, example } of bodies) {
      if (!schema || (schema.type === 'string' && example === undefined)) continue
      assert.notEqual(example, undefined, `${name} has no example`)
      assert.deepEqual(validate(schema, example), [], `${name}: ${JSON.stringify(example)}`)
    }
    for (const { schema, example, required, in: where } of parameters)
      if (required && where !== 'header') assert.deepEqual(validate(schema, example), [], name)
  }
})

test('every code the sources refuse with stands in the table, with its status', () => {
  const sources = globSync('server/src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
  const used = sources.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/(?:Refusal\(|super\()\s*'([a-z_]+)',\s*(\d{3})/g)].map(
      ([, code = '', status]) => ({ file, code, status: Number(status) }),
    ),
  )
  assert.ok(used.length > 20)
  const table: Readonly<Record<string, { status: number }>> = problemCodes
  const unknown = used.filter(({ code, status }) => table[code]?.status !== status && !innerCodes.includes(code))
  assert.deepEqual(unknown, [], 'add them to server/src/http/openapi/problem-codes.ts')
})

test('what single doors refuse is told of doors that exist, and every code of some door', () => {
  const names = operations.map(([name]) => name)
  assert.deepEqual(unknownOperations(names), [])
  const told = new Set(
    operations.flatMap(([, { responses }]) => Object.values(responses).flatMap((r) => r['x-codes'] ?? [])),
  )
  const ofTheConnection = ['request_too_slow', 'headers_too_large']
  assert.deepEqual(
    Object.keys(problemCodes).filter((code) => !told.has(code) && !ofTheConnection.includes(code)),
    [],
  )
})

test('the guide lists the codes and the allowances as they are', () => {
  const guide = readFileSync(join(root, 'docs/guides/api.md'), 'utf8')
  const rows = Object.entries(problemCodes).map(([code, { status, meaning }]) => `\`${code}\` ${status} ${meaning}`)
  const listed = [...guide.matchAll(/^\| (`[a-z_]+`) +\| (\d{3}) +\| (.+?) +\|$/gm)].map(([, ...cells]) =>
    cells.join(' '),
  )
  assert.deepEqual(listed.sort(), rows.sort(), 'docs/guides/api.md')
})

test('the document beside the guides is the served one', () => {
  assert.ok(readFileSync(join(root, 'docs/openapi.json'), 'utf8') === asFile(text), 'run: npm run types')
})

test('programs written for what was promised last go on working', () => {
  assert.deepEqual(
    breakingChanges(released(), document),
    [],
    'take it back, or accept it for the next release: npm run types -- --accept-breaking',
  )
})
