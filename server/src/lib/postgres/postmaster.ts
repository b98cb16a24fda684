import { existsSync, readFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Resolves once the process has ended. */
  gone(): Promise<void>
}

/** The server that runs on this folder now, whoever started it. */
export async function runningPostmaster(dir: string): Promise<Postmaster | undefined> {
  const file = pidFile(dir)
  if (!existsSync(file)) return undefined
  // Lines of postmaster.pid: pid, data directory, start time, port, …
  // https://www.postgresql.org/docs/current/storage-file-layout.html
  const lines = (await readFile(file, 'utf8')).split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!isPostgres(pid) || !port) return undefined
  return { pid, port, gone: () => gone(pid) }
}

/** Removes a pid file whose process is no PostgreSQL any more; PostgreSQL itself would take a reused pid for a live server. */
export async function clearStalePidFile(dir: string): Promise<void> {
  await rm(pidFile(dir), { force: true })
}

async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await delay(20)
}

function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  const stat = processStat(pid)
  // No /proc on this system: believe the pid file.
  return stat === undefined ? process.platform !== 'linux' : stat.includes('(postgres)')
}

export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    // A killed process whose parent never asks for it (a container without an init) stays as a zombie.
    return !/\) Z /.test(processStat(pid) ?? '')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function processStat(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return undefined
  }
}

function pidFile(dir: string): string {
  return join(dir, 'cluster', 'postmaster.pid')
}
