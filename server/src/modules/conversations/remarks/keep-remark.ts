import type { ChannelRef } from '#channels'
import { newId } from '#lib/id'
import { storableJson } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import type { Remark } from './remark.ts'

export interface NewRemark extends Omit<Remark, 'id'> {
  readonly providerMessageId: string
  readonly aboutProviderId: string
  /** Null while nobody knows the message it is about. */
  readonly messageId: string | null
}

/** Keeps a remark; false when it is here already. */
export async function keepRemark(tx: Tx, channel: Pick<ChannelRef, 'id'>, remark: NewRemark): Promise<boolean> {
  const kept = await tx.db
    .insertInto('conversations.remark')
    .values({
      ...remark,
      id: newId(),
      channelId: channel.id,
      content: JSON.stringify(storableJson(remark.content)),
      createdAt: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}
