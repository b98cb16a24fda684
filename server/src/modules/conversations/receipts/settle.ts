import { sql } from 'kysely'
import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import type { MessageError, MessageStatus } from '../message.ts'
import { settleReaction } from './settle-reaction.ts'
import { type Attempt, isStillOwed, type OutboxState, type Standing, standingOf } from './standing.ts'

/**
 * Works out anew how a message stands, from its attempts and receipts, and writes it on the message's row. The message
 * leaves the outbox once it has an outcome. Needs the conversation held; tells others only what changed. True when the
 * message has just left the outbox.
 */
export async function settle(tx: Tx, messageId: string): Promise<boolean> {
  const message = await loadMessage(tx, messageId)
  const attempts = await loadAttempts(tx, messageId)
  const isOwed = message.outbox !== null && isStillOwed(attempts, message.outbox.state)
  const hasLeft = message.outbox !== null && !isOwed
  if (hasLeft) await leaveOutbox(tx, messageId)

  const standing = standingOf(attempts, isOwed ? message.outbox : null)
  if (!isSame(message, standing)) {
    await tx.db
      .updateTable('conversations.message')
      .set({ ...standing, error: standing.error && JSON.stringify(standing.error) })
      .where('tenantId', '=', tx.tenantId)
      .where('id', '=', messageId)
      .execute()
  }
  if (message.kind === 'reaction') await settleReaction(tx, message, standing)
  await tell(tx, message, standing)
  return hasLeft
}

/** Nothing more is owed for this message. */
export async function leaveOutbox(tx: Tx, messageId: string): Promise<void> {
  await tx.db
    .deleteFrom('conversations.outbox')
    .where('tenantId', '=', tx.tenantId)
    .where('messageId', '=', messageId)
    .execute()
}

interface Message extends Standing {
  readonly id: string
  readonly kind: string
  readonly details: Record<string, unknown> | null
  readonly quotedId: string | null
  readonly channelId: string
  readonly conversationId: string
  readonly contactId: string
  readonly outbox: { readonly state: OutboxState; readonly reason: MessageError | null } | null
}

async function loadMessage(tx: Tx, id: string): Promise<Message> {
  const { rows } = await sql<Message>`
    select message.id, message.kind, message.details, message.quoted_id, message.channel_id,
      message.conversation_id, conversation.contact_id, message.status, message.error,
      message.provider_message_id, message.sent_at, message.delivered_at, message.read_at,
      case when outbox.message_id is not null
        then jsonb_build_object('state', outbox.state, 'reason', outbox.reason) end as outbox
    from conversations.message message
    join conversations.conversation conversation
      on conversation.tenant_id = message.tenant_id and conversation.id = message.conversation_id
    left join conversations.outbox outbox on outbox.tenant_id = message.tenant_id and outbox.message_id = message.id
    where message.tenant_id = ${tx.tenantId} and message.id = ${id}`.execute(tx.db)
  const [message] = rows
  if (!message) throw new Error(`there is no message ${id} to settle`)
  return message
}

type AttemptWithTimesAsText = Omit<Attempt, 'receipts'> & {
  readonly receipts: readonly (Omit<Attempt['receipts'][number], 'at'> & { readonly at: string })[]
}

async function loadAttempts(tx: Tx, messageId: string): Promise<Attempt[]> {
  const { rows } = await sql<AttemptWithTimesAsText>`
    select attempt.number, attempt.state, attempt.provider_message_id, attempt.error, coalesce(receipts.list, '[]') as receipts
    from conversations.attempt attempt
    left join lateral (
      select jsonb_agg(jsonb_build_object('status', receipt.status, 'at', receipt.at, 'error', receipt.error)) as list
      from conversations.receipt receipt
      where receipt.tenant_id = attempt.tenant_id and receipt.attempt_id = attempt.id
    ) receipts on true
    where attempt.tenant_id = ${tx.tenantId} and attempt.message_id = ${messageId}
    order by attempt.number`.execute(tx.db)
  return rows.map((row) => ({
    ...row,
    receipts: row.receipts.map((receipt) => ({ ...receipt, at: new Date(receipt.at) })),
  }))
}

function isSame(message: Message, standing: Standing): boolean {
  return (Object.keys(standing) as (keyof Standing)[]).every(
    (field) => JSON.stringify(message[field]) === JSON.stringify(standing[field]),
  )
}

async function tell(tx: Tx, message: Message, { status, error }: Standing): Promise<void> {
  const from: MessageStatus = message.status
  if (from === status && message.error?.code === error?.code) return
  await announce(tx, 'conversations.message_status_changed', {
    subjectId: message.id,
    contactId: message.contactId,
    conversationId: message.conversationId,
    details: { messageId: message.id, from, to: status },
  })
}
