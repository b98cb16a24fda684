import { CamelCasePlugin, Kysely, type LogEvent, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.gen.ts'

/** Sees every query of the runtime role, such as to explain it. */
export type OnQuery = (query: { readonly sql: string; readonly parameters: readonly unknown[] }) => void

export interface Database {
  /** Connections of the runtime role, under row-level security. */
  readonly app: Kysely<DB>
  readonly appPool: pg.Pool
  /** Connections of the owner: the queue's worker and nothing else. */
  readonly ownerPool: pg.Pool
  close(): Promise<void>
}

/** Opens the two pools. `ownerUrl` must have been migrated. */
export function connect(
  ownerUrl: string,
  runtime: { role: string; password: string },
  options: { max?: number; onQuery?: OnQuery } = {},
): Database {
  const ownerPool = pool(ownerUrl, 10)
  const appPool = pool(asRole(ownerUrl, runtime), options.max ?? 20)
  const app = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: appPool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    ...(options.onQuery ? { log: asKyselyLog(options.onQuery) } : {}),
  })

  return {
    app,
    appPool,
    ownerPool,
    async close() {
      await Promise.all([app.destroy(), ownerPool.end()])
    },
  }
}

/** The same server and database, seen by another role. */
export function asRole(url: string, { role, password }: { role: string; password: string }): string {
  const other = new URL(url)
  // Poolers name the project behind the user ("user.project"): keep what follows the dot.
  const suffix = decodeURIComponent(other.username).match(/\.[^.]+$/)?.[0] ?? ''
  other.username = role + suffix
  other.password = password
  return other.href
}

function pool(connectionString: string, max: number): pg.Pool {
  const made = new pg.Pool({ connectionString, max, application_name: 'frontdesk', idleTimeoutMillis: 30_000 })
  // A connection that breaks is replaced by the pool; without listeners it would end the process.
  made.on('error', () => undefined)
  made.on('connect', (client) => client.on('error', () => undefined))
  return made
}

function asKyselyLog(onQuery: OnQuery): (event: LogEvent) => void {
  return ({ level, query }) => {
    if (level === 'query') onQuery(query)
  }
}
