import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { StartRefused } from '#lib/start-refused'
import { defaultPatience, type PostgresPlace } from './place.ts'
import { isAlive } from './postmaster.ts'

/** Lets one process at a time decide whether a server must be started in this folder. A dead process's claim is taken over. */
export async function whileStarting<T>(
  { dir, patience = defaultPatience }: PostgresPlace,
  act: () => Promise<T>,
): Promise<T> {
  const file = join(dir, 'starting')
  const begun = performance.now()
  while (!(await claim(file))) {
    const holder = Number(await readFile(file, 'utf8').catch(() => ''))
    if (holder && !isAlive(holder)) await rm(file, { force: true })
    if (performance.now() - begun > patience) {
      throw new StartRefused(
        `DATA_DIR is locked: process ${holder} has been starting the database in ${dir} and does not get done. Stop it, or set DATA_DIR to another folder.`,
      )
    }
    await delay(100)
  }
  try {
    return await act()
  } finally {
    await rm(file, { force: true })
  }
}

async function claim(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
