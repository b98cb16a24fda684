import type { Tx } from '#lib/tx'

/** True when this member works here, and then until the transaction ends: what is given to them is not given to somebody just removed. */
export async function isPresent(tx: Tx, memberId: string): Promise<boolean> {
  const member = await tx.db
    .selectFrom('tenancy.member')
    .select('id')
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', memberId)
    .where('removedAt', 'is', null)
    .forShare()
    .executeTakeFirst()
  return member !== undefined
}
