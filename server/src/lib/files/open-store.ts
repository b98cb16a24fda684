import { join } from 'node:path'
import { type Bucket, openBucket } from './bucket.ts'
import { openFolder } from './folder.ts'
import { stageIn, sweepStaged } from './stage.ts'
import type { FileStore } from './store.ts'

/** What keeps whole files. */
export type Shelf = Pick<FileStore, 'keep' | 'read' | 'remove'>

/** The store of this installation: a folder, or a bucket that several machines share. What is not whole yet lies in `dataDir`. */
export function openStore(dataDir: string, bucket: Bucket | undefined): FileStore {
  const staging = join(dataDir, 'unfinished')
  const shelf = bucket ? openBucket(bucket) : openFolder(join(dataDir, 'files'))
  return {
    ...shelf,
    stage: (arriving, most) => stageIn(staging, arriving, most),
    sweep: (olderThan) => sweepStaged(staging, olderThan),
  }
}
