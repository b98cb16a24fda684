import type { Tx } from '#lib/tx'

/** The customer's last message on the channel they last wrote on: what a read mark or a typing sign refers to. */
export async function lastHeard(
  tx: Tx,
  conversationId: string,
): Promise<{ channelId: string; providerMessageId: string } | undefined> {
  const found = await tx.db
    .selectFrom('conversations.conversation as conversation')
    .innerJoin('conversations.reach as reach', (join) =>
      join
        .onRef('reach.tenantId', '=', 'conversation.tenantId')
        .onRef('reach.conversationId', '=', 'conversation.id')
        .onRef('reach.channelId', '=', 'conversation.channelId'),
    )
    .select(['reach.channelId', 'reach.lastInboundProviderId as providerMessageId'])
    .where('conversation.tenantId', '=', tx.tenantId)
    .where('conversation.id', '=', conversationId)
    .executeTakeFirst()
  if (!found?.providerMessageId) return undefined
  return { channelId: found.channelId, providerMessageId: found.providerMessageId }
}
