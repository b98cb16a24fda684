import { actions, type ProviderError } from '#channels'
import type { Context } from '#lib/context'
import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { gone, wait } from './claim-fetch.ts'
import type { Examined, SoundFile } from './examine.ts'
import { type FileRow, lockRow } from './queries.ts'
import { settleFile } from './settle.ts'

export type Fetched = Examined | { readonly kind: 'gone' }

/** The third beat: what fetching came to. Answers when to try again, if so. */
export async function recordFetch(
  tx: Tx,
  context: Context,
  { id }: FileRow,
  fetched: Fetched,
): Promise<Date | undefined> {
  permit(tx, 'media.record')

  const file = await lockRow(tx, id)
  if (file?.state !== 'pending') return undefined
  switch (fetched.kind) {
    case 'sound':
      await recordStored(tx, file, fetched)
      return undefined
    case 'bad':
      await settleFile(tx, file, { state: 'refused', reason: fetched.reason })
      return undefined
    case 'gone':
      await settleFile(tx, file, { state: 'expired', reason: gone })
      return undefined
    case 'failed':
      return recordFailure(tx, context, file, fetched.error)
    default: {
      const never: never = fetched
      return never
    }
  }
}

async function recordStored(tx: Tx, { id, kind }: FileRow, { staged, type, pictured }: SoundFile): Promise<void> {
  const { bytes, sha256 } = staged
  await tx.db
    .updateTable('media.file')
    .set({
      ...{ state: 'stored', type, bytes, sha256, reason: null, dueAt: null, settledAt: tx.now },
      ...{ width: pictured?.width ?? null, height: pictured?.height ?? null },
      thumbnailBytes: pictured?.thumbnail?.length ?? 0,
    })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
  await announce(tx, 'media.stored', { subjectId: id, details: { kind, type, bytes } })
}

const longestWait = 3_600_000
// A checksum that is wrong again and again is wrong at the source.
const mostAltered = 3

async function recordFailure(
  tx: Tx,
  { pace }: Context,
  file: FileRow,
  error: ProviderError,
): Promise<Date | undefined> {
  const tries = file.tries + 1
  const reason = { code: error.code, message: error.message }
  const isOver = error.class === 'media' ? tries >= mostAltered : !mayPass(error)
  if (isOver) {
    await settleFile(tx, file, { state: 'refused', reason })
    return undefined
  }
  const pause = Math.max(error.retryAfterMs ?? 0, Math.min(pace.retryBase * 2 ** file.tries, longestWait))
  const until = new Date(tx.now.getTime() + Math.round(pause * (0.75 + Math.random() / 4)))
  await wait(tx, file, until, reason)
  await tx.db
    .updateTable('media.file')
    .set({ tries })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', file.id)
    .execute()
  return until
}

/** Trouble that passes, and what somebody will mend: until the file is no longer to be had, it is worth another try. */
function mayPass(error: ProviderError): boolean {
  return ['retry_with_backoff', 'reschedule', 'pause_channel', 'reconnect_channel'].includes(actions[error.class])
}
