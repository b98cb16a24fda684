import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { StartRefused } from '#lib/start-refused'
import type { PostgresBinaries } from './binaries.ts'
import { ordinaryUserCommand } from './ordinary-user.ts'
import type { PostgresPlace } from './place.ts'

const startLimit = 60_000

/** Starts the server on a free port of the loopback address and answers that port once it takes connections. */
export async function launch(
  binaries: PostgresBinaries,
  place: PostgresPlace,
  answers: (port: number) => Promise<boolean>,
): Promise<number> {
  const begun = performance.now()
  for (;;) {
    const port = await freePort()
    const log = await launchOnce(binaries, place, port, answers)
    if (log === undefined) return port
    // The children of a killed server take a moment to notice; until then its memory counts as in use.
    const isStillDying = /pre-existing shared memory block|lock file .* already exists/i.test(log)
    if (!isStillDying || performance.now() - begun > startLimit) throw launchRefused(place.dir, log)
    await delay(200)
  }
}

/** Undefined once the server answers on this port; its log when it ended instead. */
async function launchOnce(
  binaries: PostgresBinaries,
  place: PostgresPlace,
  port: number,
  answers: (port: number) => Promise<boolean>,
): Promise<string | undefined> {
  const logFile = join(place.dir, 'postgres.log')
  const log = openSync(logFile, 'w')
  const args = ['-D', join(place.dir, 'cluster'), ...settings(place, port)]
  const ordinary = ordinaryUserCommand(binaries.postgres, args, place.dir)

  // detached: Ctrl-C reaches the whole terminal group, but the database must outlive the requests that are being finished.
  const server = spawn(ordinary.command, ordinary.args, {
    ...ordinary.options,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  server.unref()
  const ended = new Promise<'ended'>((resolve) =>
    server.once('exit', () => resolve('ended')).once('error', () => resolve('ended')),
  )

  const begun = performance.now()
  while (!(await answers(port))) {
    const isOver = (await Promise.race([ended, delay(25)])) === 'ended'
    if (isOver || performance.now() - begun > startLimit) return readFileSync(logFile, 'utf8')
  }
  return undefined
}

function settings(place: PostgresPlace, port: number): string[] {
  const all = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    // A socket's path may not exceed 107 characters, and DATA_DIR may lie deep.
    'unix_socket_directories=',
    'max_connections=200',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(place.settings ?? []),
  ]
  return all.flatMap((setting) => ['-c', setting])
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

function launchRefused(dir: string, log: string): StartRefused {
  if (/No space left on device/i.test(log)) {
    return new StartRefused(
      `The disk that holds ${dir} is full. Free some space, or set DATA_DIR to a folder on another disk.`,
    )
  }
  if (/incompatible with server|database files are incompatible/i.test(log)) {
    return new StartRefused(
      `The database in ${dir} was made by another version of PostgreSQL. Start the Frontdesk version that made it, or set DATA_DIR to another folder.`,
    )
  }
  const reason = log.match(/FATAL:\s+(.*)/)?.[1] ?? 'it gave no reason'
  return new StartRefused(`The database in ${dir} did not start: ${reason}. Its log is ${join(dir, 'postgres.log')}.`)
}
