import { type GiveResult, giveFile, givenFilesGoodForDays, type SendingChannel } from '#channels'
import type { Context } from '#lib/context'
import type { Principal, Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { placeOf } from './place.ts'
import { findRow } from './queries.ts'

const day = 24 * 3_600_000

interface Way {
  readonly fileId: string
  readonly channelId: string
}

/** The id by which a channel's provider knows a file that it was given, while that is good. */
export async function givenId(tx: Tx, { fileId, channelId }: Way): Promise<string | undefined> {
  permit(tx, 'media.record')
  const given = await tx.db
    .selectFrom('media.upload')
    .select('providerId')
    .where('tenantId', '=', tx.tenantId)
    .where('fileId', '=', fileId)
    .where('channelId', '=', channelId)
    .where('goodUntil', '>', tx.now)
    .executeTakeFirst()
  return given?.providerId
}

/**
 * Gives a file to a channel's provider: reads the row, uploads, notes the id, which is good for a month. Called between
 * transactions. Giving it twice is harmless: the later id counts.
 */
export async function give(
  context: Context,
  who: Principal,
  channel: SendingChannel,
  fileId: string,
): Promise<GiveResult> {
  const file = await context.withTenant(who, (tx) => findRow(tx, fileId))
  if (file?.state !== 'stored' || file.type === null) return { outcome: 'failed', error: notHere }
  const { type, name, bytes, kind } = file
  const open = () => context.files.read(placeOf(file))
  const result = await giveFile(context, channel, { type, name: name ?? kind, bytes, open })
  if (result.outcome === 'given') {
    await context.withTenant(who, (tx) => note(tx, { fileId, channelId: channel.id }, result.providerId))
  }
  return result
}

/** Forgets what a provider made of a file: it is given anew before it is sent. */
export async function forgetGiven(tx: Tx, { fileId, channelId }: Way): Promise<void> {
  permit(tx, 'media.record')
  await tx.db
    .deleteFrom('media.upload')
    .where('tenantId', '=', tx.tenantId)
    .where('fileId', '=', fileId)
    .where('channelId', '=', channelId)
    .execute()
}

async function note(tx: Tx, way: Way, providerId: string): Promise<void> {
  const goodUntil = new Date(tx.now.getTime() + givenFilesGoodForDays * day)
  await tx.db
    .insertInto('media.upload')
    .values({ ...way, providerId, goodUntil, uploadedAt: tx.now })
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'fileId', 'channelId']).doUpdateSet({ providerId, goodUntil, uploadedAt: tx.now }),
    )
    .execute()
}

const notHere = {
  code: 'file_not_here',
  class: 'our_request',
  message: 'The file is no longer here, so it can’t be sent.',
} as const
