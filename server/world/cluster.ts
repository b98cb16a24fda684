import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrate, migrationsFolder } from '#lib/database/migrate'
import { appPassword } from '#lib/database/roles'
import { newId } from '#lib/id'
import { type RunningPostgres, startPostgres } from '#lib/postgres/start'
import { sha256 } from '#lib/signature'

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

/** What a template holds beside the tables, and how it comes to be there. */
export interface Template {
  /** Changes when what `fill` writes would change. */
  readonly digest: string
  /** Writes into the migrated template; what it answers is handed to every clone. */
  readonly fill: (ownerUrl: string) => Promise<unknown>
}

/** A migrated and filled database of its own, cloned from a template that is made once per state of the code. */
export async function cloneDatabase(
  postgres: RunningPostgres,
  template: Template,
): Promise<TestDatabase & { notes: unknown }> {
  const state = `template_${short(migrationsText())}`
  const source = `${state}_${short(template.digest)}`
  const name = `test_${newId().replaceAll('-', '')}`
  const notes = await asSuperuser(postgres, async (client) => {
    await client.query('select pg_advisory_lock(7206917)')
    await makeTemplateUnlessThere(client, postgres, { state, name: source }, template)
    await client.query(`create database ${name} template ${source} owner frontdesk_owner`)
    const { rows } = await client.query<{ notes: string }>(
      "select shobj_description(oid, 'pg_database') as notes from pg_database where datname = $1",
      [source],
    )
    return JSON.parse(rows[0]?.notes ?? 'null')
  })
  return { notes, ownerUrl: ownerUrl(postgres, name), drop: () => dropDatabase(postgres, name) }
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
    drop: () => dropDatabase(postgres, name),
  }
}

const unfinishedEnd = '_unfinished'

async function makeTemplateUnlessThere(
  client: pg.Client,
  postgres: RunningPostgres,
  { state, name }: { state: string; name: string },
  { fill }: Template,
): Promise<void> {
  await makeOwner(client)
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname like 'template\\_%'",
  )
  if (rows.some(({ datname }) => datname === name)) return
  const outdated = rows.filter(({ datname }) => !datname.startsWith(state) || datname.endsWith(unfinishedEnd))
  for (const { datname } of outdated) await client.query(`drop database if exists ${datname} with (force)`)

  const unfinished = `${name}${unfinishedEnd}`
  await client.query(`create database ${unfinished} owner frontdesk_owner`)
  await migrate(ownerUrl(postgres, unfinished), appPassword(testSecret))
  const notes = JSON.stringify((await fill(ownerUrl(postgres, unfinished))) ?? null)
  await client.query(`comment on database ${unfinished} is ${pg.escapeLiteral(notes)}`)
  await client.query(`alter database ${unfinished} rename to ${name}`)
}

async function dropDatabase(postgres: RunningPostgres, name: string): Promise<void> {
  await asSuperuser(postgres, (client) => client.query(`drop database if exists ${name} with (force)`))
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

function short(text: string): string {
  return sha256(text).toString('hex').slice(0, 16)
}

function migrationsText(): string {
  return readdirSync(migrationsFolder)
    .sort()
    .map((file) => readFileSync(join(migrationsFolder, file), 'utf8'))
    .join('')
}
