import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keepOnce } from '#lib/keep-once'
import { StartRefused } from '#lib/start-refused'
import { connectUrl, isAnswering, waitUntilAnswering } from './answering.ts'
import { findBinaries } from './binaries.ts'
import { initialise } from './initialise.ts'
import { launch } from './launch.ts'
import type { PostgresPlace } from './place.ts'
import { clearStalePidFile, runningPostmaster } from './postmaster.ts'
import { holdSeat, type Seat } from './seat.ts'
import { whileStarting } from './starting-lock.ts'

export interface RunningPostgres {
  /** Connection URL of the superuser for one database of this cluster. */
  url(database: string): string
  readonly joined: boolean
  /** Leaves; the last process to leave stops the server. */
  stop(): Promise<void>
}

/**
 * Starts the built-in PostgreSQL of a folder, or joins the one another process (or a killed one) left running there.
 * Refuses the start with one sentence when the folder can't be written, the disk is full or the server does not answer.
 */
export async function startPostgres(place: PostgresPlace): Promise<RunningPostgres> {
  const password = await prepareFolder(place.dir)

  // Whoever finds the server running has a seat at it before the last one there may stop it.
  const { port, joined, seat } = await whileStarting(place, async () => {
    const found = await joinOrLaunch(place, password)
    return { ...found, seat: await holdSeat(connectUrl({ port: found.port, password, database: 'postgres' })) }
  })
  const url = (database: string) => connectUrl({ port, password, database })

  return { url, joined, stop: () => leave(place, seat, url('postgres')) }
}

async function joinOrLaunch(place: PostgresPlace, password: string): Promise<{ port: number; joined: boolean }> {
  const running = await runningPostmaster(place.dir)
  if (running) {
    await waitUntilAnswering(running, password, place)
    return { port: running.port, joined: true }
  }

  const binaries = await findBinaries()
  await clearStalePidFile(place.dir)
  if (!existsSync(join(place.dir, 'cluster', 'PG_VERSION'))) await initialise(binaries, place.dir, password)
  const port = await launch(binaries, place, (candidate) =>
    isAnswering(connectUrl({ port: candidate, password, database: 'postgres' })),
  )
  return { port, joined: false }
}

async function leave(place: PostgresPlace, seat: Seat, url: string): Promise<void> {
  const isLast = await seat.leave()
  if (isLast) await whileStarting(place, () => stopUnlessTaken(place, url))
}

/** Somebody may have come in since the last one left; nobody can while this looks and stops. */
async function stopUnlessTaken({ dir }: PostgresPlace, url: string): Promise<void> {
  const running = await runningPostmaster(dir)
  const seat = running && (await holdSeat(url).catch(() => undefined))
  if (!seat || !(await seat.leave())) return
  // SIGINT is PostgreSQL's fast shutdown: open transactions roll back, everything committed is kept.
  process.kill(running.pid, 'SIGINT')
  await running.gone()
}

/** Makes the folder when it is missing, and answers the superuser's password that is kept in it. */
async function prepareFolder(dir: string): Promise<string> {
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 })
    await writeFile(join(dir, '.writable'), '')
    return keepOnce(join(dir, 'password'), () => randomBytes(24).toString('base64url'))
  } catch (cause) {
    throw folderRefused(dir, cause)
  }
}

function folderRefused(dir: string, cause: unknown): StartRefused {
  const code = (cause as NodeJS.ErrnoException).code
  if (code === 'ENOSPC')
    return new StartRefused(
      `The disk that holds ${dir} is full. Free some space, or set DATA_DIR to a folder on another disk.`,
    )
  return new StartRefused(
    `The folder ${dir} can't be written (${code}). Give this user the right to write there, or set DATA_DIR to a folder it owns.`,
  )
}
