import { findWriter } from '#contacts'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { lockConversation } from './lock-conversation.ts'

/**
 * After two contacts were separated: a thread whose last words came from the other's number must not be answered there
 * any more. Its window closes until the person themselves writes again.
 */
export async function separate(tx: Tx, contactId: string): Promise<void> {
  permit(tx, 'conversations.record')
  const conversation = await lockConversation(tx, { contactId })
  if (!conversation) return
  const reached = await tx.db
    .selectFrom('conversations.reach')
    .select(['id', 'addressKind', 'address'])
    .$narrowType<{ addressKind: 'phone' | 'whatsapp_user_id' }>()
    .where('tenantId', '=', tx.tenantId)
    .where('conversationId', '=', conversation.id)
    .execute()
  for (const { id, addressKind: kind, address: value } of reached) {
    const writer = await findWriter(tx, { kind, value })
    if (writer === undefined || writer === contactId) continue
    await tx.db
      .updateTable('conversations.reach')
      .set({ customerWroteAt: null, lastInboundProviderId: null })
      .where('tenantId', '=', tx.tenantId)
      .where('id', '=', id)
      .execute()
  }
}
