import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { StartRefused } from '#lib/start-refused'
import type { PostgresBinaries } from './binaries.ts'
import { ordinaryUserCommand } from './ordinary-user.ts'
import type { PostgresPlace } from './start.ts'

const startLimit = 60_000

/** Starts the server on a free port of the loopback address and answers that port once it takes connections. */
export async function launch(
  binaries: PostgresBinaries,
  place: PostgresPlace,
  answers: (port: number) => Promise<boolean>,
): Promise<number> {
  const port = await freePort()
  const logFile = join(place.dir, 'postgres.log')
  const log = openSync(logFile, 'w')
  const { command, args, options } = ordinaryUserCommand(
    binaries.postgres,
    ['-D', join(place.dir, 'cluster'), ...settings(place, port)],
    place.dir,
  )

  // detached: Ctrl-C reaches the whole terminal group, but the database must outlive the requests that are being finished.
  const server = spawn(command, args, { ...options, detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  server.unref()
  let ended = false
  server.on('exit', () => {
    ended = true
  })
  server.on('error', () => {
    ended = true
  })

  const begun = performance.now()
  while (!(await answers(port))) {
    if (ended || performance.now() - begun > startLimit) throw launchRefused(place.dir, readFileSync(logFile, 'utf8'))
    await delay(25)
  }
  return port
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
