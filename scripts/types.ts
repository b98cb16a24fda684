// When: after a migration, or a door of the API, was added or changed (npm run types).
// What: writes the types of the database's tables and of the API, as a freshly migrated database and server describe themselves.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseTypes } from '../server/world/database-types.ts'
import { madeFrom, openApiDocument } from '../server/world/openapi.ts'
import { root } from './steps.ts'

const tables = join(root, 'server/src/lib/database/schema.gen.ts')
const api = join(root, 'web/src/lib/api.gen.ts')
const generator = join(root, 'scripts/openapi')

writeFileSync(tables, await databaseTypes())
console.log(`Wrote ${tables}`)
writeFileSync(api, apiTypes(await openApiDocument()))
console.log(`Wrote ${api}`)

function apiTypes(document: string): string {
  if (!existsSync(join(generator, 'node_modules')))
    execFileSync('npm', ['ci', '--loglevel=error'], { cwd: generator, stdio: 'inherit' })
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-api-'))
  const input = join(folder, 'openapi.json')
  const output = join(folder, 'api.ts')
  writeFileSync(input, document)
  execFileSync('node', [join(generator, 'node_modules/openapi-typescript/bin/cli.js'), input, '-o', output], {
    stdio: 'inherit',
  })
  return `${madeFrom(document)}\n${readFileSync(output, 'utf8')}`
}
