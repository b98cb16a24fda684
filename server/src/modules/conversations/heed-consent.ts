import type { ChannelRef, InboundMessage, ProviderError } from '#channels'
import { kindOf } from '#channels'
import { type ConsentHeard, confirmationOf, hearConsent, takeProviderWord } from '#contacts'
import { announce } from '#lib/facts/announce'
import type { Facts } from '#lib/facts/types'
import type { Tx } from '#lib/tx'
import { queueMessage } from './delivery/queue-message.ts'
import { type LockedConversation, lockConversation } from './lock-conversation.ts'
import { writeMessage } from './message-write.ts'
import { noteOfOurOwn } from './note-of-our-own.ts'

/**
 * Takes STOP and its like from a message that has just been kept. The conversation is held, as whoever sends holds it: from
 * this commit on nothing leaves that was not allowed, however long it has been in the queue. Colleagues see a line in the
 * thread, the customer is told once.
 */
export async function heedConsent(
  tx: Tx,
  conversation: LockedConversation,
  channel: ChannelRef,
  { message, messageId }: { message: InboundMessage; messageId: string },
): Promise<void> {
  const { contactId } = conversation
  const { from, consent: stated, saidAt: at } = message
  const texts = wordsIn(message)
  const said = { contactId, channelKind: channel.kind, messageId, texts, at, stated, phone: from.phone }
  const heard = await hearConsent(tx, said)
  if (!heard) return
  await noteOfOurOwn(tx, [conversation], lineOf(heard))
  if (heard.confirm && message.opensWindow && !message.late) await confirm(tx, conversation, channel, heard)
}

/** The customer told the provider to stop, and it refused a message of ours for that. */
export async function heedRefusal(
  tx: Tx,
  { conversationId, channelId }: { conversationId: string; channelId: string },
  error: ProviderError,
): Promise<void> {
  const conversation = await lockConversation(tx, { id: conversationId })
  if (!conversation) return
  const channelKind = await kindOf(tx, channelId)
  const purposes = channelKind === 'sms' ? (['service', 'marketing'] as const) : (['marketing'] as const)
  const { contactId } = conversation
  const word = { contactId, channelKind, purposes, state: 'withdrawn', words: error.message, at: tx.now } as const
  await takeProviderWord(tx, word)
}

/** Colleagues see in the thread what the provider said of a person. */
export async function showProviderWord(
  tx: Tx,
  contactId: string,
  { to, purpose }: Facts['contacts.consent_changed'],
): Promise<void> {
  const conversation = await lockConversation(tx, { contactId })
  const what = to === 'withdrawn' ? 'has opted out of' : 'allows'
  if (conversation)
    await noteOfOurOwn(tx, [conversation], `The provider says: the customer ${what} ${purpose} messages.`)
}

/** What was typed, or what a pressed button says and means. */
function wordsIn({ kind, text, details }: InboundMessage): string[] {
  if (kind === 'text') return text === null ? [] : [text]
  if (kind !== 'button' && kind !== 'interactive') return []
  const pressed = details?.button_reply as { id?: unknown } | undefined
  return [text, details?.payload, pressed?.id].filter((one) => typeof one === 'string')
}

function lineOf({ to, purposes, words }: ConsentHeard): string {
  const what = purposes.length > 1 ? 'all messages the business sends by itself' : `${purposes[0]} messages`
  return to === 'withdrawn'
    ? `The customer wrote “${words}” and has opted out of ${what}.`
    : `The customer wrote “${words}” and allows ${what} again.`
}

async function confirm(
  tx: Tx,
  { id: conversationId, contactId }: LockedConversation,
  { id: channelId }: ChannelRef,
  heard: ConsentHeard,
): Promise<void> {
  const writing = { kind: 'text', text: confirmationOf(heard), details: null } as const
  const messageId = await writeMessage(tx, { conversationId, channelId, writing, quotedId: null })
  await queueMessage(tx, { messageId, conversationId, channelId })
  const details = { messageId, channelId, kind: 'text' }
  await announce(tx, 'conversations.reply_queued', { subjectId: messageId, contactId, conversationId, details })
}
