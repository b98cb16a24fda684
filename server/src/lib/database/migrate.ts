import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import { Kysely, type Migration, Migrator, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { prepareRoles } from './roles.ts'

export const migrationsFolder = join(import.meta.dirname, '../../../../db/migrations')

// Any constant does: one process at a time prepares a database.
const prepareLock = 7_206_916

/** Brings a database to the present: roles, the queue's own tables, then our migrations. Safe to run by several processes at once. */
export async function migrate(ownerUrl: string, runtimePassword: string): Promise<{ applied: readonly string[] }> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 4 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const guard = await pool.connect()
  try {
    await guard.query('select pg_advisory_lock($1)', [prepareLock])
    await prepareRoles(guard, runtimePassword)
    await runMigrations({ pgPool: pool })
    return { applied: await applyMigrations(db) }
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [prepareLock]).catch(() => undefined)
    guard.release()
    await db.destroy()
  }
}

async function applyMigrations(db: Kysely<unknown>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: readMigrations }, migrationTableSchema: 'public' })
  const { error, results } = await migrator.migrateToLatest()
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName
    throw new Error(`The migration ${failed ?? ''} failed`, { cause: error })
  }
  return (results ?? []).map((result) => result.migrationName)
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(migrationsFolder)).filter((file) => file.endsWith('.sql')).sort()
  const migrations = files.map(async (file): Promise<[string, Migration]> => {
    const text = await readFile(join(migrationsFolder, file), 'utf8')
    return [file.replace(/\.sql$/, ''), { up: async (db) => void (await sql.raw(text).execute(db)) }]
  })
  return Object.fromEntries(await Promise.all(migrations))
}
