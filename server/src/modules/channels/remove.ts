import type { Context } from '#lib/context'
import { announce } from '#lib/facts/announce'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { locateAnew } from './locate.ts'
import { lockChannel } from './queries.ts'
import { setStatus } from './set-status.ts'

/** Takes a channel away: its webhook is no longer accepted and nothing is sent by it. What it brought stays. */
export async function remove(tx: Tx, context: Context, id: string): Promise<void> {
  permit(tx, 'channels.remove')
  const channel = await lockChannel(tx, id)
  if (!channel) throw new NotFound('channel')

  await setStatus(tx, channel, 'disabled', { code: 'removed', message: 'The channel was removed.' })
  await tx.db
    .updateTable('channels.channel')
    .set({ removedAt: tx.now })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
  await announce(tx, 'channels.removed', { subjectId: id, details: { name: channel.name } })
  tx.afterCommit(() => locateAnew(context, channel.key))
}
