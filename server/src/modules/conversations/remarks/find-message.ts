import { sql } from 'kysely'
import type { ChannelRef, InboundMessage } from '#channels'
import type { Tx } from '#lib/tx'

export interface FoundMessage {
  readonly id: string
  readonly conversationId: string
  readonly direction: 'inbound' | 'outbound'
  readonly kind: string
}

/** The message a provider's id names: the customer's, one of the phone app, or one of ours by its attempts. */
export async function findMessage(tx: Tx, channel: ChannelRef, providerId: string): Promise<FoundMessage | undefined> {
  const { rows } = await sql<FoundMessage>`
    select id, conversation_id, direction, kind from conversations.message
    where tenant_id = ${tx.tenantId} and channel_id = ${channel.id} and provider_message_id = ${providerId}
      and direction = 'inbound'
    union all
    select id, conversation_id, direction, kind from conversations.message
    where tenant_id = ${tx.tenantId} and channel_id = ${channel.id} and provider_message_id = ${providerId}
      and origin = 'phone_app'
    union all
    select message.id, message.conversation_id, message.direction, message.kind from conversations.attempt attempt
    join conversations.message message on message.tenant_id = attempt.tenant_id and message.id = attempt.message_id
    where attempt.tenant_id = ${tx.tenantId} and attempt.channel_id = ${channel.id}
      and attempt.provider_message_id = ${providerId}
    limit 1`.execute(tx.db)
  return rows[0]
}

/** The message that this one answers, if we know it. */
export async function findQuoted(tx: Tx, channel: ChannelRef, { quotes }: InboundMessage): Promise<string | null> {
  if (quotes === undefined) return null
  const quoted = await findMessage(tx, channel, quotes)
  return quoted?.id ?? null
}
