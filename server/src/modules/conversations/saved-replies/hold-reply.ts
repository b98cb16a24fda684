import { memberBehind } from '#lib/actor'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'

export interface HeldReply {
  readonly id: string
  readonly sharedAt: Date | null
}

/** A saved reply the caller may change, held. Those of one colleague do not exist for another. */
export async function holdReply(tx: Tx, id: string): Promise<HeldReply> {
  permit(tx, 'conversations.save-replies')
  const reply = await tx.db
    .selectFrom('conversations.savedReply')
    .select(['id', 'memberId', 'sharedAt'])
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const isMine = reply?.memberId === memberBehind(tx.actor)
  if (!isMine || reply?.sharedAt) permit(tx, 'conversations.manage-replies')
  if (!reply || (!isMine && reply.sharedAt === null)) throw new NotFound('saved reply')
  return reply
}
