import type { Tx } from '#lib/tx'

/** What colleagues call a member, who may have left since. */
export async function nameOf(tx: Tx, memberId: string): Promise<string> {
  const found = await tx.db
    .selectFrom('tenancy.colleague')
    .select('name')
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', memberId)
    .executeTakeFirst()
  return found?.name ?? 'Somebody'
}
