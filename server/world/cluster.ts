import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrate, migrationsFolder } from '#lib/database/migrate'
import { appPassword } from '#lib/database/roles'
import { newId } from '#lib/id'
import { type RunningPostgres, startPostgres } from '#lib/postgres/start'

/** The secret of every test installation. */
export const testSecret = 'a secret for tests and for nothing else'

export interface TestDatabase {
  readonly ownerUrl: string
  drop(): Promise<void>
}

const folder = join(import.meta.dirname, '../../.data/test')

/** One real PostgreSQL for all test files: the first to come starts it, the last to leave stops it. */
export function testPostgres(): Promise<RunningPostgres> {
  // Throw-away data: a crash of the machine may cost it, so it need not wait for the disk.
  return startPostgres({
    dir: folder,
    settings: ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'autovacuum=off'],
  })
}

/** A migrated database of its own, cloned from a template that is made once per state of the migrations. */
export async function cloneDatabase(postgres: RunningPostgres): Promise<TestDatabase> {
  const template = `template_${migrationsDigest()}`
  const name = `test_${newId().replaceAll('-', '')}`
  await asSuperuser(postgres, async (client) => {
    await client.query('select pg_advisory_lock(7206917)')
    await makeTemplateUnlessThere(client, postgres, template)
    await client.query(`create database ${name} template ${template} owner frontdesk_owner`)
  })
  return {
    ownerUrl: ownerUrl(postgres, name),
    drop: () =>
      asSuperuser(
        postgres,
        async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
      ),
  }
}

/** An empty, not yet migrated database, as a hosting company would hand it out: its owner is no superuser. */
export async function emptyDatabase(postgres: RunningPostgres): Promise<TestDatabase> {
  const name = `empty_${newId().replaceAll('-', '')}`
  await asSuperuser(postgres, async (client) => {
    await makeOwner(client)
    await client.query(`create database ${name} owner frontdesk_owner`)
  })
  return {
    ownerUrl: ownerUrl(postgres, name),
    drop: () =>
      asSuperuser(
        postgres,
        async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
      ),
  }
}

async function makeTemplateUnlessThere(client: pg.Client, postgres: RunningPostgres, template: string): Promise<void> {
  await makeOwner(client)
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
  if (rowCount) return
  const unfinished = `${template}_unfinished`
  await client.query(`drop database if exists ${unfinished} with (force)`)
  await client.query(`create database ${unfinished} owner frontdesk_owner`)
  await migrate(ownerUrl(postgres, unfinished), appPassword(testSecret))
  await client.query(`alter database ${unfinished} rename to ${template}`)
}

async function makeOwner(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    create role frontdesk_owner login createrole password 'test';
  exception when duplicate_object or unique_violation then null; end $$`)
}

function ownerUrl(postgres: RunningPostgres, database: string): string {
  const url = new URL(postgres.url(database))
  url.username = 'frontdesk_owner'
  url.password = 'test'
  return url.href
}

async function asSuperuser<T>(postgres: RunningPostgres, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: postgres.url('postgres') })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

function migrationsDigest(): string {
  const hash = createHash('sha256')
  for (const file of readdirSync(migrationsFolder).sort())
    hash.update(file).update(readFileSync(join(migrationsFolder, file)))
  return hash.digest('hex').slice(0, 16)
}
