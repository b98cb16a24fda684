import { sql } from 'kysely'
import type { ChannelRef } from '#channels'
import type { Tx } from '#lib/tx'
import { applyRemarks } from './apply-remarks.ts'
import type { RemarkKind, Side } from './remark.ts'

interface Parked {
  readonly kind: RemarkKind
  readonly by: Side
  readonly providerMessageId: string
}

/** Joins to a message that has just come what came about it before. Needs the conversation held. */
export async function joinParked(tx: Tx, channel: ChannelRef, messageId: string, providerId: string): Promise<void> {
  const { rows } = await sql<Parked>`
    update conversations.remark set message_id = ${messageId}
    from conversations.message target
    where remark.tenant_id = ${tx.tenantId} and remark.channel_id = ${channel.id}
      and remark.about_provider_id = ${providerId} and remark.message_id is null
      and target.tenant_id = ${tx.tenantId} and target.id = ${messageId}
      and (remark.kind = 'reaction' or (remark.by = 'customer') = (target.direction = 'inbound'))
    returning remark.kind, remark.by, remark.provider_message_id`.execute(tx.db)
  for (const one of rows) await applyRemarks(tx, messageId, one)

  const reactions = rows.filter(({ kind }) => kind === 'reaction')
  if (reactions.length > 0) await takeOutOfThread(tx, channel, reactions)
}

/** Until now they stood in the thread by themselves. */
async function takeOutOfThread(tx: Tx, channel: ChannelRef, reactions: readonly Parked[]): Promise<void> {
  const ids = reactions.map(({ providerMessageId }) => providerMessageId)
  await tx.db
    .deleteFrom('conversations.message')
    .where('tenantId', '=', tx.tenantId)
    .where('channelId', '=', channel.id)
    .where('kind', '=', 'reaction')
    .where('providerMessageId', '=', sql<string>`any(${ids}::text[])`)
    .where((where) => where.or([where('direction', '=', 'inbound'), where('origin', '=', 'phone_app')]))
    .execute()
}
