import { cpus, loadavg } from 'node:os'
import pg from 'pg'
import type { RunningPostgres } from '#lib/postgres/start'

/** Reads one row of the database as its superuser, whom no row-level security binds. */
export async function readOne<Row extends pg.QueryResultRow>(postgres: RunningPostgres, text: string): Promise<Row> {
  const client = new pg.Client({ connectionString: postgres.url('frontdesk') })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(text)
    if (!rows[0]) throw new Error(`no row: ${text}`)
    return rows[0]
  } finally {
    await client.end()
  }
}

/** The machine, the versions, how safely the database writes, and how busy others keep the machine. */
export async function surroundings(postgres: RunningPostgres): Promise<string> {
  const processors = cpus()
  const { version, fsync, commit, pages } = await readOne<Record<'version' | 'fsync' | 'commit' | 'pages', string>>(
    postgres,
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`,
  )
  return [
    `${processors.length} × ${processors[0]?.model.trim()}, Node ${process.versions.node}, PostgreSQL ${version}`,
    `fsync ${fsync}, synchronous_commit ${commit}, full_page_writes ${pages}`,
    `load of the last minute before the start ${loadavg()[0]?.toFixed(1)}`,
  ].join('\n')
}
