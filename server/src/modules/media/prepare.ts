import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { announce } from '#lib/facts/announce'
import { done, job, type Outcome } from '#lib/jobs/job'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { mostBytesIn } from './file.ts'
import { OneFile, prepareJob } from './job-names.ts'
import { placeOf, thumbnailPlaceOf } from './place.ts'
import { type FileRow, findRow, lockRow } from './queries.ts'
import { type Pictured, picture } from './thumbnail.ts'

/** Makes the thumbnail of a picture of ours. Without one the picture is shown as it is. */
export const prepareMedia = job({ ...prepareJob, payload: OneFile, run: prepare })

async function prepare(context: Context, tenantId: string, { fileId }: OneFile): Promise<Outcome> {
  const who = { tenantId, actor: system }
  const file = await context.withTenant(who, (tx) => findRow(tx, fileId))
  if (!file || !isWanting(file)) return done

  const staged = await context.files.stage(await context.files.read(placeOf(file)), mostBytesIn)
  const pictured = await picture(staged.path).finally(() => staged.drop())
  if (pictured?.thumbnail) await context.files.keep(thumbnailPlaceOf(file), pictured.thumbnail, 'image/webp')
  await context.withTenant(who, (tx) => record(tx, fileId, pictured))
  return done
}

function isWanting({ state, thumbnailBytes }: FileRow): boolean {
  return state === 'stored' && thumbnailBytes === null
}

async function record(tx: Tx, fileId: string, pictured: Pictured | undefined): Promise<void> {
  permit(tx, 'media.record')
  const file = await lockRow(tx, fileId)
  if (!file || !isWanting(file)) return
  await tx.db
    .updateTable('media.file')
    .set({ dueAt: null, width: pictured?.width ?? null, height: pictured?.height ?? null })
    .set({ thumbnailBytes: pictured?.thumbnail?.length ?? 0 })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', fileId)
    .execute()
  await announce(tx, 'media.thumbnail_made', { subjectId: fileId, details: { kind: file.kind } })
}
