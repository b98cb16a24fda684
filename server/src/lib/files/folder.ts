import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { newId } from '#lib/id'
import type { Shelf } from './open-store.ts'

/** Keeps files below a folder. */
export function openFolder(root: string): Shelf {
  const disk = new Disk(new FSDriver({ location: root, visibility: 'private' }))
  return {
    async keep(key, content) {
      // Written under another name: a file appears under its key only when it is whole.
      const unfinished = `${key}.${newId()}`
      try {
        if (Buffer.isBuffer(content)) await disk.put(unfinished, content)
        else await disk.copyFromFs(content.path, unfinished)
        await disk.move(unfinished, key)
      } catch (error) {
        await disk.delete(unfinished)
        throw error
      }
    },
    async read(key, range) {
      // The driver reads whole files only.
      if (range) return opened(createReadStream(join(root, key), { start: range.first, end: range.last }))
      return opened(await disk.getStream(key))
    },
    async remove(keys) {
      for (const key of keys) await disk.delete(key)
    },
  }
}

/** Waits until it is sure that there is something to read: afterwards the answer has begun. */
async function opened<Stream extends NodeJS.ReadableStream>(stream: Stream): Promise<Stream> {
  await new Promise<void>((resolve, reject) => {
    stream.once('error', reject)
    stream.once('readable', () => {
      stream.off('error', reject)
      resolve()
    })
  })
  return stream
}
