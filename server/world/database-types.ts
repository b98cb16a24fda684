import { Kysely, PostgresDialect } from 'kysely'
import { PostgresDialect as CodegenDialect, generate } from 'kysely-codegen'
import pg from 'pg'
import { cloneDatabase, testPostgres } from './cluster.ts'

/** Reads the types of all tables from a freshly migrated database. */
export async function databaseTypes(): Promise<string> {
  const postgres = await testPostgres()
  const database = await cloneDatabase(postgres, { digest: '', fill: async () => null })
  const pool = new pg.Pool({ connectionString: database.ownerUrl })
  // An ended pool does not wait for its connections to close: dropping the database may meet one that is still about to.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await generate({
      // The generator is typed against the CommonJS twin of the same Kysely.
      db: db as never,
      dialect: new CodegenDialect(),
      camelCase: true,
      excludePattern: '(graphile_worker|public).*',
      overrides: { columns: {} },
    })
  } finally {
    await db.destroy()
    await database.drop()
    await postgres.stop()
  }
}
