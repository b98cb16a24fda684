import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import type { ChannelStatus, StatusReason } from './channel.ts'
import type { ChannelRow } from './queries.ts'

/** Moves a channel that the caller holds locked into a status, and tells why. Nothing happens when it is there already. */
export async function setStatus(
  tx: Tx,
  channel: Pick<ChannelRow, 'id' | 'status' | 'statusReason'>,
  to: ChannelStatus,
  reason: StatusReason | null,
): Promise<void> {
  const isSame = channel.status === to && channel.statusReason?.code === reason?.code
  if (isSame) return
  await tx.db
    .updateTable('channels.channel')
    .set({ status: to, statusReason: reason === null ? null : JSON.stringify(reason) })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', channel.id)
    .execute()
  await announce(tx, 'channels.status_changed', {
    subjectId: channel.id,
    details: { from: channel.status, to, reason: reason?.code ?? null },
  })
}
