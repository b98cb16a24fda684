import type { Tx } from '#lib/tx'

/** What kind of channel this is, also of one that was turned off. */
export async function kindOf(tx: Tx, channelId: string): Promise<string> {
  const { kind } = await tx.db
    .selectFrom('channels.channel')
    .select('kind')
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', channelId)
    .executeTakeFirstOrThrow()
  return kind
}
