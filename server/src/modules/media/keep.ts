import type { FileStore } from '#lib/files/store'
import type { SoundFile } from './examine.ts'
import { keptBytes } from './kept-bytes.ts'
import { placeOf, thumbnailPlaceOf } from './place.ts'

/** Puts a file and its thumbnail into the store. Again is the same. */
export async function keepFile(
  files: FileStore,
  owner: { readonly tenantId: string; readonly id: string },
  { staged, type, pictured }: SoundFile,
): Promise<void> {
  await files.keep(placeOf(owner), staged, type)
  keptBytes.inc({ source: 'customer' }, staged.bytes)
  if (pictured?.thumbnail) await files.keep(thumbnailPlaceOf(owner), pictured.thumbnail, 'image/webp')
}
