import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Document, type Operation, operationsOf, type Schema } from '../src/http/openapi/document.ts'
import { validatorFor } from './contract-schemas.ts'
import { rows } from './isolation/rows.ts'
import { base, stage } from './isolation/stage.ts'

const nobody = '01890000-0000-7000-8000-000000000000'
const nonsense: readonly unknown[] = [[], 'text', 7, null, { id: [], name: 7, text: {}, body: null }, {}]

test('every operation answers as it is documented, whatever it is asked', async (t) => {
  const { http, url, mine, clinic } = await stage(t)
  const document = JSON.parse(JSON.stringify(http.swagger())) as Document
  const operations = new Map(operationsOf(document))
  const validate = validatorFor(document)
  const { slug, tokens } = mine.desk
  const succeeded = new Set<string>()

  /** Asks, and holds the answer against what the document says of this operation. */
  async function ask(
    name: string,
    path: string,
    wish: { token?: string; body?: unknown; type?: string } = {},
  ): Promise<number> {
    const { token, body, type = 'application/json' } = wish
    const answer = await fetch(url + path, {
      method: name.split(' ', 1)[0] ?? 'GET',
      redirect: 'manual',
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': type }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const what = `${name} as ${path} with ${JSON.stringify(body)}`
    const documented = operations.get(name)?.responses[answer.status]
    assert.ok(documented, `${what} answered ${answer.status}`)
    const contentType = answer.headers.get('content-type')?.split(';')[0] ?? ''
    if (contentType === 'text/event-stream') {
      await answer.body?.cancel()
      succeeded.add(name)
      return answer.status
    }
    const text = await answer.text()
    const contents = Object.entries(documented.content ?? {})
    if (contents.length === 0) assert.equal(text, '', what)
    else {
      const [, content] = contents.find(([type]) => type.split(';')[0] === contentType) ?? []
      assert.ok(content, `${what} answered ${contentType}`)
      if (content.schema && contentType.endsWith('json'))
        assert.deepEqual(validate(content.schema, JSON.parse(text)), [], `${what} answered ${text}`)
    }
    if (answer.ok) succeeded.add(name)
    return answer.status
  }

  const atHome = (name: string) => name.replace('{slug}', slug).replace(/^\w+ /, '')
  const withIds = (path: string, id: string) => path.replace(/\{\w+\}/g, id)

  await t.test('without a session it says so, unless it is open to anybody', async () => {
    for (const [name, { security }] of operations) {
      if (security?.length === 0 || !name.includes('/api/')) continue
      assert.equal(await ask(name, withIds(atHome(name), nobody)), 401, name)
    }
  })

  await t.test('nonsense is refused in the documented way', async () => {
    for (const [name, operation] of operations) {
      if (!name.includes('/api/')) continue
      const token = name.includes('{slug}') ? tokens.owner : clinic.tokens.manager
      await ask(name, withIds(atHome(name), 'no-id'), { token })
      await ask(name, withIds(atHome(name), '%F0'), { token })
      for (const query of badQueries(operation)) await ask(name, `${withIds(atHome(name), nobody)}?${query}`, { token })
      if (name.startsWith('GET')) continue
      for (const body of nonsense) await ask(name, withIds(atHome(name), nobody), { token, body })
      await ask(name, withIds(atHome(name), nobody), { token, body: '{"half', type: 'application/json' })
      await ask(name, withIds(atHome(name), nobody), { token, body: 'plain', type: 'text/plain' })
      const example = operation.requestBody?.content['application/json']?.example
      if (example) await ask(name, withIds(atHome(name), nobody), { token, body: example })
    }
  })

  await t.test('sense is answered in the documented shape', async () => {
    const isEnd = ({ route }: { route: string }) => Number(route.startsWith('DELETE'))
    for (const row of rows.toSorted((one, other) => isEnd(one) - isEnd(other))) {
      const name = `${row.route.split(' ')[0]} ${base}${row.route.split(' ')[1]}`
        .replace(/:(\w+)/g, '{$1}')
        .replace(/\/$/, '')
      const { path, body, file } = row.own(mine)
      const sent = file === undefined ? { body } : { body: file, type: 'text/csv' }
      await ask(name, `/api/v1/w/${slug}${path}`, { token: tokens.owner, ...((body ?? file) ? sent : {}) })
    }
    for (const name of [
      'GET /api/v1/me',
      'GET /api/v1/account',
      'GET /api/v1/installation',
      'GET /health/live',
      'GET /health/ready',
      'GET /metrics',
      'GET /openapi.json',
    ])
      if (operations.has(name)) await ask(name, atHome(name), { token: tokens.owner })
  })

  const below = [...operations.keys()].filter((name) => name.includes('{slug}'))
  assert.deepEqual(
    below.filter((name) => !succeeded.has(name)),
    [],
    'every operation of a workspace was asked something it grants',
  )
})

/** For each parameter of the query a value that it does not take. */
function badQueries({ parameters = [] }: Operation): string[] {
  return parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) => `${name}=${badValue(name, schema)}`)
}

function badValue(name: string, { maximum, maxLength }: Schema): string {
  if (maximum !== undefined) return String(maximum + 1)
  return name === 'cursor' ? 'e30' : 'x'.repeat(Math.min((maxLength ?? 300) + 1, 3_000))
}
