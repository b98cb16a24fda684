import type { Context } from '#lib/context'
import { announce } from '#lib/facts/announce'
import type { Staged } from '#lib/files/stage'
import { TooManyBytes } from '#lib/files/stage'
import { newId } from '#lib/id'
import { enqueue } from '#lib/jobs/job'
import type { Principal, Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { type FileKind, mostBytesOut, plainName } from './file.ts'
import { prepareJob } from './job-names.ts'
import { keptBytes } from './kept-bytes.ts'
import { look } from './look.ts'
import { placeOf } from './place.ts'
import { EmptyFile, FileNotTaken, FileTooLarge } from './refusals.ts'
import { isPicture, judgeUpload } from './type.ts'

export interface Upload {
  readonly bytes: AsyncIterable<Uint8Array>
  readonly name: string | null
  readonly type: string | null
}

const day = 24 * 3_600_000

/** An upload that has arrived, may be sent, and lies in the store; `record` makes it a file of the workspace. */
export interface Uploaded {
  readonly id: string
  readonly sha256: Buffer
  record(tx: Tx): Promise<void>
}

/**
 * Takes a file of ours in, piece by piece. Refuses what is empty, too large for its kind, not what its name says, or nothing
 * WhatsApp takes. A row stands before the bytes do, so whatever goes wrong in between is found and cleared away.
 */
export async function upload(context: Context, who: Principal, { bytes, name, type }: Upload): Promise<Uploaded> {
  permit(who, 'media.upload')

  const staged = await stage(context, bytes)
  try {
    const claimed = { name: name === null ? null : plainName(name), type: type?.slice(0, 255) ?? null }
    const judged = await judge(staged, claimed)
    const id = newId()
    const file = { id, ...judged, name: claimed.name, staged }
    await context.withTenant(who, (tx) => begin(tx, file))
    await context.files.keep(placeOf({ tenantId: who.tenantId, id }), staged, judged.type)
    keptBytes.inc({ source: 'member' }, staged.bytes)
    return { id, sha256: staged.sha256, record: (tx) => finish(tx, file) }
  } finally {
    await staged.drop()
  }
}

async function stage({ files }: Context, bytes: Upload['bytes']): Promise<Staged> {
  try {
    return await files.stage(bytes, mostBytesOut.document)
  } catch (error) {
    throw error instanceof TooManyBytes ? new FileTooLarge('document', null) : error
  }
}

async function judge(staged: Staged, claimed: { name: string | null; type: string | null }) {
  if (staged.bytes === 0) throw new EmptyFile()
  const judged = judgeUpload(await look(staged.path), claimed)
  if ('refused' in judged) throw new FileNotTaken(judged.refused)
  if (staged.bytes > mostBytesOut[judged.kind]) throw new FileTooLarge(judged.kind, staged.bytes)
  return judged
}

interface NewFile {
  readonly id: string
  readonly kind: FileKind
  readonly type: string
  readonly name: string | null
  readonly staged: Staged
}

async function begin(tx: Tx, { id, kind, type, name, staged }: NewFile): Promise<void> {
  await tx.db
    .insertInto('media.file')
    .values({
      ...{ id, source: 'member', kind, state: 'pending', name, declaredType: type, createdAt: tx.now },
      ...{ bytes: staged.bytes, sha256: staged.sha256 },
      removeAt: new Date(tx.now.getTime() + day),
    })
    .execute()
}

async function finish(tx: Tx, { id, kind, type, staged }: NewFile): Promise<void> {
  const hasThumbnail = isPicture(type)
  await tx.db
    .updateTable('media.file')
    .set({ state: 'stored', type, settledAt: tx.now, thumbnailBytes: hasThumbnail ? null : 0 })
    .set({ dueAt: hasThumbnail ? tx.now : null })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
  if (hasThumbnail) await enqueue(tx, prepareJob, { fileId: id })
  await announce(tx, 'media.uploaded', { subjectId: id, details: { kind, type, bytes: staged.bytes } })
}
