import { openForSending, type SendingChannel } from '#channels'
import type { Context } from '#lib/context'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { type FileRow, lockRow } from './queries.ts'
import { settleFile } from './settle.ts'

export interface FileToFetch extends FileRow {
  readonly providerId: string
}

export type ClaimedFetch =
  | { readonly kind: 'fetch'; readonly file: FileToFetch; readonly channel: SendingChannel }
  | { readonly kind: 'waits'; readonly until: Date }
  | { readonly kind: 'nothing' }

// A transfer that has not come back this long after its time-out has lost its process.
const margin = 10_000
const holdFor = 10 * 60_000

/** The first beat: notes until when nobody else fetches it, and hands out where it is to be had. */
export async function claimFetch(tx: Tx, context: Context, fileId: string): Promise<ClaimedFetch> {
  permit(tx, 'media.record')

  const file = await lockRow(tx, fileId)
  if (file?.state !== 'pending' || file.source !== 'customer' || !file.channelId || !file.providerId)
    return { kind: 'nothing' }
  if (file.dueAt && file.dueAt > tx.now) return { kind: 'waits', until: file.dueAt }
  if (file.fetchUntil && file.fetchUntil <= tx.now) {
    await settleFile(tx, file, { state: 'expired', reason: gone })
    return { kind: 'nothing' }
  }

  const opened = await openForSending(tx, context, file.channelId)
  if (!opened.ready) {
    const until = new Date(tx.now.getTime() + holdFor)
    await wait(tx, file, until, opened.why)
    return { kind: 'waits', until }
  }
  const until = new Date(tx.now.getTime() + context.pace.transferTimeout + context.pace.sendTimeout + margin)
  await wait(tx, file, until, file.reason)
  return { kind: 'fetch', file: { ...file, providerId: file.providerId }, channel: opened.channel }
}

export const gone = {
  code: 'no_longer_there',
  message: 'WhatsApp no longer has this file: it hands files out for seven days. Ask the customer to send it again.',
}

/** Lets it wait until a time, with the reason that people read meanwhile. */
export async function wait(tx: Tx, { id }: FileRow, until: Date, reason: FileRow['reason']): Promise<void> {
  await tx.db
    .updateTable('media.file')
    .set({ dueAt: until, reason: reason && JSON.stringify(reason) })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
}
