import { InvalidInput } from '#lib/refusal'
import type { Tx } from '#lib/tx'

/** A message of the conversation that a reply or a reaction is about. */
export interface Target {
  readonly id: string
  readonly channelId: string
  readonly direction: 'inbound' | 'outbound'
  readonly kind: string
  readonly saidAt: Date
  readonly revokedAt: Date | null
  readonly providerMessageId: string
}

/**
 * The message a reply is about, which has to be one that WhatsApp knows. Refuses, at the field that names it, one that is
 * not in this conversation, a note, and one that never left.
 */
export async function getTarget(
  tx: Tx,
  conversationId: string,
  { id, field }: { id: string; field: string },
): Promise<Target> {
  const found = await tx.db
    .selectFrom('conversations.message')
    .select(['id', 'channelId', 'direction', 'kind', 'saidAt', 'revokedAt', 'providerMessageId'])
    .$narrowType<{ direction: Target['direction'] }>()
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .where('conversationId', '=', conversationId)
    .executeTakeFirst()
  if (!found) throw refusal(field, 'There is no such message in this conversation.', 'no_such_message')
  const { channelId, providerMessageId } = found
  if (channelId === null || providerMessageId === null || found.kind === 'reaction')
    throw refusal(field, 'This never was a message on the customer’s phone.', 'not_on_the_phone')
  return { ...found, channelId, providerMessageId }
}

/** The message a reply quotes. A number named beside it must be the one that message went by. */
export async function quotedBy(
  tx: Tx,
  wish: { conversationId: string; channelId?: string | undefined; replyTo?: string | undefined },
): Promise<Target | undefined> {
  if (wish.replyTo === undefined) return undefined
  const quoted = await getTarget(tx, wish.conversationId, { id: wish.replyTo, field: 'replyTo' })
  if (wish.channelId === undefined || wish.channelId === quoted.channelId) return quoted
  throw refusal(
    'replyTo',
    'That message went by another number. Answer by that number to quote it.',
    'on_another_channel',
  )
}

function refusal(path: string, message: string, code: string): InvalidInput {
  return new InvalidInput([{ path, message, code }], message)
}
