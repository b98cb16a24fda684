import type { Capabilities } from '#channels'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'

/** How a customer can be written to by a channel they never wrote on: by their number, where no rule keeps it for answers. */
export async function addressFor(
  tx: Tx,
  conversationId: string,
  { hasWindow }: Pick<Capabilities, 'hasWindow'>,
): Promise<string | null> {
  if (hasWindow) return null
  const found = await tx.db
    .selectFrom('conversations.conversation as conversation')
    .innerJoin('contacts.card as contact', (join) =>
      join.onRef('contact.tenantId', '=', 'conversation.tenantId').onRef('contact.id', '=', 'conversation.contactId'),
    )
    .select('contact.phone')
    .where('conversation.tenantId', '=', tx.tenantId)
    .where('conversation.id', '=', conversationId)
    .executeTakeFirst()
  return found?.phone ?? null
}

/** Remembers how a customer is reached on a channel before they ever wrote there. */
export async function beginReach(tx: Tx, reach: { conversationId: string; channelId: string; address: string }) {
  await tx.db
    .insertInto('conversations.reach')
    .values({ id: newId(), addressKind: 'phone', ...reach })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
