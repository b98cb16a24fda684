// When: after a migration was added or changed.
// What: migrates an empty database and writes the types of its tables to server/src/lib/database/schema.gen.ts.
import { join } from 'node:path'
import { writeDatabaseTypes } from '../server/world/database-types.ts'

const file = join(import.meta.dirname, '../server/src/lib/database/schema.gen.ts')
await writeDatabaseTypes(file)
console.log(`Wrote ${file}`)
