import { sql } from 'kysely'
import type { Purpose } from '#contacts'
import type { Tx } from '#lib/tx'
import type { MessageError } from '../message.ts'
import type { OutboxState } from '../receipts/standing.ts'

/** The message of a conversation that leaves next, with what it takes to send it and the latest attempt at it. */
export interface Head {
  readonly messageId: string
  readonly conversationId: string
  readonly channelId: string
  readonly state: OutboxState
  readonly dueAt: Date
  readonly contactId: string
  readonly purpose: Purpose
  readonly urgent: boolean
  readonly kind: string
  readonly text: string | null
  readonly details: Record<string, unknown> | null
  readonly templateId: string | null
  /** The file it carries. */
  readonly mediaId: string | null
  readonly tries: number
  readonly throttles: number
  /** The provider's id of the message it answers. */
  readonly answers: string | null
  readonly addressKind: keyof typeof addressFields
  readonly address: string
  readonly customerWroteAt: Date | null
  readonly lastAttempt: LastAttempt | null
  /** The epoch automation wrote it in; null for what a person wrote. */
  readonly epoch: number | null
}

/** Where a message goes, by the kind of address. */
export const addressFields = { phone: 'phone', whatsapp_user_id: 'whatsappUserId', email: 'email' } as const

export interface LastAttempt {
  readonly id: string
  readonly number: number
  readonly startedAt: string
  /** Null when nobody saw the call end: its process was killed. */
  readonly endedAt: string | null
}

/**
 * Later messages wait for the first, whatever it waits for: that is what keeps replies in order. Only what waits for a better
 * hour lets them pass.
 */
export async function headOfOutbox(tx: Tx, conversationId: string): Promise<Head | undefined> {
  const { rows } = await sql<Head>`
    select outbox.message_id, outbox.conversation_id, outbox.channel_id, outbox.state, outbox.due_at,
      outbox.tries, outbox.throttles, conversation.contact_id, message.purpose, message.urgent, message.kind, message.text,
      message.details, message.media_id, message.template_id, message.epoch, quoted.provider_message_id as answers,
      reach.address_kind, reach.address, reach.customer_wrote_at, last_attempt.particulars as last_attempt
    from conversations.outbox outbox
    join conversations.message message on message.tenant_id = outbox.tenant_id and message.id = outbox.message_id
    join conversations.conversation conversation on conversation.tenant_id = outbox.tenant_id and conversation.id = outbox.conversation_id
    left join conversations.message quoted on quoted.tenant_id = message.tenant_id and quoted.id = message.quoted_id
    join conversations.reach reach on reach.tenant_id = outbox.tenant_id
      and reach.conversation_id = outbox.conversation_id and reach.channel_id = outbox.channel_id
    left join lateral (
      select jsonb_build_object('id', attempt.id, 'number', attempt.number,
        'startedAt', attempt.started_at, 'endedAt', attempt.ended_at) as particulars
      from conversations.attempt attempt
      where attempt.tenant_id = outbox.tenant_id and attempt.message_id = outbox.message_id
      order by attempt.number desc
      limit 1
    ) last_attempt on true
    where outbox.tenant_id = ${tx.tenantId} and outbox.conversation_id = ${conversationId}
    order by outbox.steps_aside and outbox.due_at > ${tx.now}, outbox.message_id
    limit 1`.execute(tx.db)
  return rows[0]
}

export interface Wait {
  readonly state: OutboxState
  readonly dueAt: Date
  readonly reason: MessageError | null
  readonly counts?: 'tries' | 'throttles'
  /** Lets those behind it pass while it waits. */
  readonly stepsAside?: boolean
}

/** Lets a message wait: for its next try, for an answer, for its channel. */
export async function letWait(
  tx: Tx,
  messageId: string,
  { state, dueAt, reason, counts, stepsAside = false }: Wait,
): Promise<void> {
  await tx.db
    .updateTable('conversations.outbox')
    .set({ state, dueAt, stepsAside, reason: reason && JSON.stringify(reason) })
    .$if(counts !== undefined, (update) =>
      update.set((row) => ({ [counts ?? 'tries']: row(counts ?? 'tries', '+', 1) })),
    )
    .where('tenantId', '=', tx.tenantId)
    .where('messageId', '=', messageId)
    .execute()
}

/**
 * How long a message is held before its channel is asked again, in milliseconds. A channel that works again releases what
 * it held at once; this is for the release that falls between two transactions.
 */
export const holdFor = 5 * 60_000

/** The moment so many milliseconds from now. */
export function after(tx: Tx, milliseconds: number): Date {
  return new Date(tx.now.getTime() + milliseconds)
}
