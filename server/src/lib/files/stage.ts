import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '#lib/id'

/** A file that has arrived whole, where only this process looks for it. */
export interface Staged {
  readonly path: string
  readonly bytes: number
  readonly sha256: Buffer
  /** Removes it. To be called however the story ends. */
  drop(): Promise<void>
}

/** More arrived than was allowed. The rest was not read. */
export class TooManyBytes extends Error {
  constructor(most: number) {
    super(`more than ${most} bytes`)
    this.name = 'TooManyBytes'
  }
}

/** Writes what arrives into a file of its own, piece by piece. Nothing is left of what does not arrive whole. */
export async function stageIn(folder: string, arriving: AsyncIterable<Uint8Array>, most: number): Promise<Staged> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, newId())
  const drop = () => rm(path, { force: true })
  const file = await open(path, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const piece of arriving) {
      bytes += piece.length
      if (bytes > most) throw new TooManyBytes(most)
      hash.update(piece)
      await file.writeFile(piece)
    }
    return { path, bytes, sha256: hash.digest(), drop }
  } catch (error) {
    await drop()
    throw error
  } finally {
    await file.close()
  }
}

/** Removes what has lain there since before the given time: the process that staged it is gone. */
export async function sweepStaged(folder: string, olderThan: Date): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && found.mtime < olderThan) await rm(path, { force: true })
  }
}
