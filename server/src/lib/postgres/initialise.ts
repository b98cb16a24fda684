import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartRefused } from '#lib/start-refused'
import type { PostgresBinaries } from './binaries.ts'
import { runAsOrdinaryUser } from './ordinary-user.ts'

/** Makes a new cluster. It appears under its name only when it is complete, so a start that is killed half-way can be repeated. */
export async function initialise(binaries: PostgresBinaries, dir: string, password: string): Promise<void> {
  const unfinished = join(dir, 'cluster.unfinished')
  const passwordFile = join(dir, 'cluster.password')
  await rm(unfinished, { recursive: true, force: true })
  await writeFile(passwordFile, password, { mode: 0o600 })

  const { code, output } = await runAsOrdinaryUser(
    binaries.initdb,
    [
      '-D',
      unfinished,
      '-U',
      'postgres',
      '--pwfile',
      passwordFile,
      '--auth=scram-sha-256',
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
    dir,
  )
  await rm(passwordFile, { force: true })
  if (code !== 0) throw initialisationRefused(dir, output)

  await rename(unfinished, join(dir, 'cluster'))
}

function initialisationRefused(dir: string, output: string): StartRefused {
  if (/No space left on device/i.test(output)) {
    return new StartRefused(
      `The disk that holds ${dir} is full. Free some space, or set DATA_DIR to a folder on another disk.`,
    )
  }
  const reason = output.trim().split('\n').at(-1) ?? 'no message'
  return new StartRefused(
    `The database folder ${dir} could not be prepared (${reason}). Set DATA_DIR to a folder this user owns, or DATABASE_URL to a PostgreSQL of yours.`,
  )
}
