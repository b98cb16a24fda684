import { memberBehind } from '#lib/actor'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { may, permit } from '#tenancy'
import { NotYourView } from './refusals.ts'

export interface HeldView {
  readonly id: string
  readonly memberId: string
  readonly sharedAt: Date | null
}

/** A view the caller may change, held. The views of one colleague do not exist for another. */
export async function holdView(tx: Tx, id: string): Promise<HeldView> {
  permit(tx, 'conversations.save-views')
  const view = await tx.db
    .selectFrom('conversations.savedView')
    .select(['id', 'memberId', 'sharedAt'])
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const isMine = view?.memberId === memberBehind(tx.actor)
  if (!view || (!isMine && view.sharedAt === null)) throw new NotFound('view')
  if (!isMine && !may(tx.actor, 'conversations.manage-views')) throw new NotYourView()
  return view
}
