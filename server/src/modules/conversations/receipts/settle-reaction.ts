import { sql } from 'kysely'
import type { Tx } from '#lib/tx'
import { applyRemarks } from '../remarks/apply-remarks.ts'
import { keepRemark } from '../remarks/keep-remark.ts'
import type { Standing } from './standing.ts'

interface ReactionMessage {
  readonly id: string
  readonly channelId: string
  readonly details: Record<string, unknown> | null
  readonly quotedId: string | null
}

const ours = { kind: 'reaction', by: 'business' } as const

/**
 * Lets a reaction of ours stand on the message it is about from when WhatsApp has taken it, in the order in which they were
 * taken, and no longer once WhatsApp says that it failed. Needs the conversation held.
 */
export async function settleReaction(tx: Tx, reaction: ReactionMessage, standing: Standing): Promise<void> {
  const { quotedId } = reaction
  if (quotedId === null) throw new Error(`the reaction ${reaction.id} is about nothing`)
  const isChanged =
    standing.status === 'failed'
      ? await withdraw(tx, reaction)
      : standing.providerMessageId !== null && (await stand(tx, reaction, quotedId, standing.providerMessageId))
  if (isChanged) await applyRemarks(tx, quotedId, ours)
}

function stand(
  tx: Tx,
  { channelId, details }: ReactionMessage,
  messageId: string,
  providerMessageId: string,
): Promise<boolean> {
  const { message_id: about, emoji } = details ?? {}
  return keepRemark(
    tx,
    { id: channelId },
    {
      ...ours,
      content: { emoji: String(emoji ?? '') || null },
      at: tx.now,
      ...{ providerMessageId, aboutProviderId: String(about), messageId },
    },
  )
}

async function withdraw(tx: Tx, { id, channelId }: ReactionMessage): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from conversations.remark
    where tenant_id = ${tx.tenantId} and channel_id = ${channelId} and kind = 'reaction' and by = 'business'
      and provider_message_id = any(array(
        select attempt.provider_message_id from conversations.attempt attempt
        where attempt.tenant_id = ${tx.tenantId} and attempt.message_id = ${id} and attempt.provider_message_id is not null
      ))`.execute(tx.db)
  return (numAffectedRows ?? 0n) > 0n
}
