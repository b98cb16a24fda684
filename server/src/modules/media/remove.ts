import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { done, job, type Outcome } from '#lib/jobs/job'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { OneFile, removeJob } from './job-names.ts'
import { placeOf, thumbnailPlaceOf } from './place.ts'
import { lockRow } from './queries.ts'

/** Removes an upload that no message took: first the row, so that nobody can take it any more, then the bytes. */
export const cleanMedia = job({ ...removeJob, payload: OneFile, run: remove })

async function remove(context: Context, tenantId: string, { fileId }: OneFile): Promise<Outcome> {
  const isOver = await context.withTenant({ tenantId, actor: system }, (tx) => forget(tx, fileId))
  const owner = { tenantId, id: fileId }
  if (isOver) await context.files.remove([placeOf(owner), thumbnailPlaceOf(owner)])
  return done
}

async function forget(tx: Tx, fileId: string): Promise<boolean> {
  permit(tx, 'media.record')
  const file = await lockRow(tx, fileId)
  if (!file?.removeAt || file.removeAt > tx.now) return false
  await tx.db.deleteFrom('media.file').where('tenantId', '=', tx.tenantId).where('id', '=', fileId).execute()
  return true
}
