import type { Tx } from '#lib/tx'
import type { FindingState, KeptFinding, Particulars, Side } from './finding.ts'
import type { Refused } from './judge-local.ts'

/** What was found about a channel, side by side. */
export async function loadFindings(tx: Tx, channelId: string): Promise<KeptFinding[]> {
  return tx.db
    .selectFrom('channels.finding')
    .select(['about', 'state', 'code', 'details', 'since', 'checkedAt'])
    .where('tenantId', '=', tx.tenantId)
    .where('channelId', '=', channelId)
    .$castTo<KeptFinding & { about: Side; state: FindingState; details: Particulars }>()
    .execute()
}

/** How many webhooks of a channel were turned away for their signature, and when last. */
export function findRefused(tx: Tx, channelId: string): Promise<Refused | undefined> {
  return tx.db
    .selectFrom('channels.refusedWebhook')
    .select(['count', 'lastAt'])
    .where('tenantId', '=', tx.tenantId)
    .where('channelId', '=', channelId)
    .executeTakeFirst()
}
