// When: after a migration, or a door of the API, was added or changed (npm run types).
// What: writes the types of the database's tables and of the API, and docs/openapi.json, as a freshly migrated database and
// server describe themselves. With --accept-breaking what breaks programs becomes what is promised.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document } from '../server/src/http/openapi/document.ts'
import { databaseTypes } from '../server/world/database-types.ts'
import { madeFrom, openApiDocument } from '../server/world/openapi.ts'
import { breakingChanges } from './api-changes.ts'
import { renewGuide } from './api-guide.ts'
import { asFile, promise, released } from './api-promise.ts'
import { root } from './steps.ts'

const tables = join(root, 'server/src/lib/database/schema.gen.ts')
const api = join(root, 'web/src/lib/api.gen.ts')
const generator = join(root, 'scripts/openapi')

writeFileSync(tables, await databaseTypes())
console.log(`Wrote ${tables}`)
const document = await openApiDocument()
writeFileSync(api, apiTypes(document))
console.log(`Wrote ${api}`)
writeFileSync(join(root, 'docs/openapi.json'), asFile(document))
renewGuide()
tellOfBreakingChanges(JSON.parse(document))

function tellOfBreakingChanges(served: Document): void {
  const broken = breakingChanges(released(), served)
  if (process.argv.includes('--accept-breaking')) {
    promise(served)
    console.log('What breaks programs is promised from now on. Tell of it in CHANGELOG.md.')
  } else if (broken.length > 0) {
    console.log(`This breaks programs:\n${broken.map((change) => `  ${change}`).join('\n')}`)
    console.log('Take it back, or accept it for the next release: npm run types -- --accept-breaking')
  }
}

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
