import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * What a file holds; made, once, when it is not there. Processes that start together agree: the file appears under its name
 * only with its content, and the first to link it wins.
 */
export function keepOnce(file: string, make: () => string): string {
  if (!existsSync(file)) {
    const unfinished = `${file}.${randomBytes(6).toString('hex')}`
    try {
      writeFileSync(unfinished, make(), { mode: 0o600, flag: 'wx' })
      linkSync(unfinished, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(unfinished, { force: true })
    }
  }
  return readFileSync(file, 'utf8').trim()
}
