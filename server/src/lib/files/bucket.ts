import { Readable } from 'node:stream'
import type { S3Client } from '@aws-sdk/client-s3'
import { Disk } from 'flydrive'
import type { Shelf } from './open-store.ts'

/** A bucket that speaks S3. Who we are there stands in the environment, where every S3 tool looks for it. */
export interface Bucket {
  readonly name: string
  /** Stands before every key; empty, or without a slash at either end. */
  readonly prefix: string
  readonly region: string
  /** Left out: Amazon's own. */
  readonly endpoint: string | undefined
}

/** Keeps files in a bucket. An object appears there only when it is whole. */
export function openBucket(bucket: Bucket): Shelf {
  // Who keeps files in a folder never loads what speaks S3.
  let opening: ReturnType<typeof connect> | undefined
  const open = () => {
    opening ??= connect(bucket)
    return opening
  }
  const place = (key: string) => (bucket.prefix === '' ? key : `${bucket.prefix}/${key}`)

  return {
    async keep(key, content, contentType) {
      const { disk } = await open()
      if (Buffer.isBuffer(content)) return disk.put(place(key), content, { contentType })
      return disk.copyFromFs(content.path, place(key), { contentType, contentLength: content.bytes })
    },
    async read(key, range) {
      const { disk, client, GetObject } = await open()
      if (!range) return disk.getStream(place(key))
      // The driver reads whole files only.
      const { Body } = await client.send(
        new GetObject({ Bucket: bucket.name, Key: place(key), Range: `bytes=${range.first}-${range.last}` }),
      )
      if (!(Body instanceof Readable)) throw new Error('the bucket answered no stream')
      return Body
    },
    async remove(keys) {
      const { disk } = await open()
      for (const key of keys) await disk.delete(place(key))
    },
  }
}

async function connect({ name, region, endpoint }: Bucket) {
  const { S3Client, GetObjectCommand } = await import('@aws-sdk/client-s3')
  const { S3Driver } = await import('flydrive/drivers/s3')
  const client: S3Client = new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    // Others than Amazon do not know the checksums that it takes beyond what S3 asks for.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const driver = new S3Driver({ client, bucket: name, visibility: 'private', supportsACL: false })
  return { client, disk: new Disk(driver), GetObject: GetObjectCommand }
}
