import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { databaseTypes } from '../world/database-types.ts'
import { madeFrom, openApiDocument } from '../world/openapi.ts'

const root = join(import.meta.dirname, '../..')

test('the checked-in types of the tables are those of the migrated database', async () => {
  const checkedIn = readFileSync(join(root, 'server/src/lib/database/schema.gen.ts'), 'utf8')
  assert.ok(checkedIn === (await databaseTypes()), 'run: npm run types')
})

test('the checked-in types of the API are those of the served document', async () => {
  const [firstLine] = readFileSync(join(root, 'web/src/lib/api.gen.ts'), 'utf8').split('\n')
  assert.equal(firstLine, madeFrom(await openApiDocument()), 'run: npm run types')
})

test('the document is OpenAPI 3.1 and describes every door with a summary', async () => {
  const document = JSON.parse(await openApiDocument())
  assert.match(document.openapi, /^3\.1\./)
  const operations = Object.entries<Record<string, { summary?: string }>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary }]) => ({ door: `${method} ${path}`, summary })),
  )
  assert.ok(operations.length > 20)
  assert.deepEqual(
    operations.filter(({ summary }) => !summary),
    [],
  )
})
