import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '#lib/postgres/start'
import { hmacSha256 } from '#lib/signature'
import { StartRefused } from '#lib/start-refused'
import type { Config } from './config.ts'

export interface OwnedDatabase {
  /** Connection URL of the owner. */
  readonly url: string
  stop(): Promise<void>
}

const oldest = 15
const name = 'frontdesk'

/** The operator's PostgreSQL when DATABASE_URL names one, else the built-in one under DATA_DIR. Refuses the start when neither answers. */
export async function openDatabase(config: Config): Promise<OwnedDatabase> {
  if (config.databaseUrl === undefined) return builtIn(config)
  await checkServer(config.databaseUrl)
  return { url: config.databaseUrl, stop: async () => undefined }
}

async function builtIn(config: Config): Promise<OwnedDatabase> {
  const postgres = await startPostgres({ dir: join(config.dataDir, 'postgres') })
  const password = hmacSha256('built-in database owner', config.secret)
  try {
    await prepareOwner(postgres.url('postgres'), password)
  } catch (error) {
    await postgres.stop()
    throw error
  }
  const url = new URL(postgres.url(name))
  url.username = 'frontdesk_owner'
  url.password = password
  return { url: url.href, stop: () => postgres.stop() }
}

/** The owner is an ordinary role here as it is at a hosting company, so that row-level security binds it too. */
async function prepareOwner(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7206918)')
    const { rowCount: hasOwner } = await client.query("select from pg_roles where rolname = 'frontdesk_owner'")
    if (!hasOwner) await client.query('create role frontdesk_owner login createrole')
    await client.query(`alter role frontdesk_owner with password '${password}'`)
    const { rowCount: hasDatabase } = await client.query('select from pg_database where datname = $1', [name])
    if (!hasDatabase) await client.query(`create database ${name} owner frontdesk_owner`)
  } finally {
    await client.end()
  }
}

async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version")
    const major = Math.floor(Number(rows[0]?.version) / 10_000)
    if (major < oldest)
      throw new StartRefused(
        `DATABASE_URL leads to PostgreSQL ${major}; Frontdesk needs ${oldest} or newer. Upgrade that server, or unset DATABASE_URL to use the built-in one.`,
      )
  } catch (error) {
    if (error instanceof StartRefused) throw error
    throw new StartRefused(
      `The database of DATABASE_URL (${withoutPassword(url)}) can't be reached: ${reason(error)}. Check that it runs and that host, port, user and password are right.`,
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

function withoutPassword(url: string): string {
  const shown = new URL(url)
  if (shown.password) shown.password = '…'
  return decodeURIComponent(shown.href)
}

function reason(error: unknown): string {
  // Happy-eyeballs failures carry their message in the inner errors only.
  const inner = error instanceof AggregateError ? error.errors[0] : error
  return inner instanceof Error ? inner.message : String(inner)
}
