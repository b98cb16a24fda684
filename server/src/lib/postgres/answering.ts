import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { StartRefused } from '#lib/start-refused'
import { defaultPatience, type PostgresPlace } from './place.ts'
import type { Postmaster } from './postmaster.ts'

export function connectUrl(to: { port: number; password: string; database: string }): string {
  return `postgres://postgres:${to.password}@127.0.0.1:${to.port}/${to.database}`
}

/** True once the server accepts a connection and a query. */
export async function isAnswering(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Waits for a server that is already there; it may still be replaying its log after a crash. */
export async function waitUntilAnswering(
  running: Postmaster,
  password: string,
  { dir, patience = defaultPatience }: PostgresPlace,
): Promise<void> {
  const url = connectUrl({ port: running.port, password, database: 'postgres' })
  const begun = performance.now()
  while (performance.now() - begun < patience) {
    if (await isAnswering(url)) return
    await delay(200)
  }
  throw new StartRefused(
    `DATA_DIR is locked: process ${running.pid} holds the database in ${dir} but does not answer. Stop that process, or set DATA_DIR to another folder.`,
  )
}
