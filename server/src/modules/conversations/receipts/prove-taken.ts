import { sql } from 'kysely'
import type { Tx } from '#lib/tx'

export interface TakenAttempt {
  readonly id: string
  readonly channelId: string
  readonly providerMessageId: string
}

/**
 * Notes that the provider took an attempt, and under which id; receipts that came under this id before anybody knew whose
 * they were are joined to it. Needs the conversation held.
 */
export async function proveTaken(tx: Tx, { id, channelId, providerMessageId }: TakenAttempt): Promise<void> {
  await oneAtATime(tx, channelId, providerMessageId)
  await sql`
    update conversations.attempt
    set state = 'accepted', provider_message_id = coalesce(provider_message_id, ${providerMessageId}),
      ended_at = coalesce(ended_at, ${tx.now})
    where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx.db)
  await tx.db
    .updateTable('conversations.receipt')
    .set({ attemptId: id })
    .where('tenantId', '=', tx.tenantId)
    .where('channelId', '=', channelId)
    .where('providerMessageId', '=', providerMessageId)
    .where('attemptId', 'is', null)
    .execute()
}

/**
 * Lets one transaction at a time decide about a provider's message id. Without it, one that parks a receipt and one that
 * learns the id could each miss what the other has not committed yet, and the receipt would stay parked for ever.
 */
export async function oneAtATime(tx: Tx, channelId: string, providerMessageId: string): Promise<void> {
  const key = `${channelId} ${providerMessageId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.db)
}
