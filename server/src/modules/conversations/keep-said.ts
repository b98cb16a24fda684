import type { ChannelRef, InboundMessage } from '#channels'
import { newId } from '#lib/id'
import { storableJson, storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { findQuoted } from './remarks/find-message.ts'

interface Heard {
  readonly conversationId: string
  readonly channel: ChannelRef
  readonly message: InboundMessage
  /** The contact who said it, or the business on its own phone. */
  readonly by: { readonly contactId: string } | 'phone_app'
}

/** Keeps what was said on a channel, once, with what it answers, and answers its id; undefined when it is here already. */
export async function keepSaid(tx: Tx, { conversationId, channel, message, by }: Heard): Promise<string | undefined> {
  const side =
    by === 'phone_app'
      ? ({ direction: 'outbound', origin: by, status: 'sent', sentAt: message.saidAt, senderType: 'system' } as const)
      : ({ direction: 'inbound', status: 'received', senderType: 'contact', senderId: by.contactId } as const)
  const kept = await tx.db
    .insertInto('conversations.message')
    .values({
      ...side,
      id: newId(),
      conversationId,
      channelId: channel.id,
      kind: storableText(message.kind),
      text: message.text === null ? null : storableText(message.text),
      details: message.details && JSON.stringify(storableJson(message.details)),
      providerMessageId: message.providerMessageId,
      quotedId: await findQuoted(tx, channel, message),
      saidAt: message.saidAt,
      createdAt: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept?.id
}
