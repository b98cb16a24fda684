import { sql } from 'kysely'
import type { Tx } from '#lib/tx'
import { forgetGiven } from '#media'

/**
 * The provider could not read the file it was given: it is to be given anew, once. False for a message without a file, and
 * when that has been tried.
 */
export async function giveAnew(
  tx: Tx,
  { messageId, channelId }: { messageId: string; channelId: string },
): Promise<boolean> {
  const { rows } = await sql<{ mediaId: string | null; failures: number }>`
    select message.media_id, (
      select count(*)::int from conversations.attempt attempt
      where attempt.tenant_id = message.tenant_id and attempt.message_id = message.id
        and (attempt.error ->> 'class' = 'media' or exists (
          select from conversations.receipt receipt
          where receipt.tenant_id = attempt.tenant_id and receipt.attempt_id = attempt.id
            and receipt.status = 'failed' and receipt.error ->> 'class' = 'media'
        ))
    ) as failures
    from conversations.message message
    where message.tenant_id = ${tx.tenantId} and message.id = ${messageId}`.execute(tx.db)
  const [message] = rows
  if (!message?.mediaId) return false
  // Whoever sends it again by hand, or sends the file with another message, does not meet the same trouble.
  await forgetGiven(tx, { fileId: message.mediaId, channelId })
  return message.failures <= 1
}
