import type { QueryClient } from '@tanstack/react-query'
import type { Fact, Message, MessageStatus } from '../../lib/api-types.ts'
import { type CachedList, shorten } from './cached-list.ts'
import { type CachedThread, changeInThread, has, laterStatus } from './cached-thread.ts'
import { listKey, messagesQuery } from './queries.ts'
import { refreshConversation, refreshCounts, refreshThread } from './refresh.ts'

/** Changes exactly what the fact touches: its conversation's row, its thread, the counts. */
export function onFact(client: QueryClient, slug: string, fact: Fact): void {
  const id = fact.conversationId
  if (fact.name.startsWith('contacts.')) refreshNames(client, slug)
  else if (aboutViews.test(fact.name)) client.invalidateQueries({ queryKey: ['w', slug, 'conversations', 'views'] })
  else if (aboutReplies.test(fact.name))
    client.invalidateQueries({ queryKey: ['w', slug, 'conversations', 'saved replies'] })
  else if (fact.name === 'conversations.settings_changed')
    client.invalidateQueries({ queryKey: ['w', slug, 'conversations', 'settings'] })
  else if (aboutLabels.test(fact.name)) client.invalidateQueries({ queryKey: ['w', slug, 'conversations', 'labels'] })
  else if (!id || !fact.name.startsWith('conversations.')) return
  else if (fact.name === 'conversations.message_status_changed') {
    refreshConversation(client, slug, id)
    applyStatus(client, slug, id, fact)
  } else {
    refreshConversation(client, slug, id)
    refreshCounts(client, slug)
    if (bringsMessage.has(fact.name)) refreshThread(client, slug, id)
    if (changesMessage.has(fact.name)) changeMessage(client, slug, id, fact)
  }
}

const aboutViews = /^conversations\.view_/
const aboutReplies = /^conversations\.saved_reply_/
const aboutLabels = /^conversations\.label_/

// Pages are read one after the other; more than these would keep the newest waiting.
const readAgain = 3

/** Everything may have been missed: what is on screen is read again, the rest when it is next looked at. */
export function onGap(client: QueryClient, slug: string): void {
  client.setQueriesData<CachedList>({ queryKey: listKey(slug) }, (list) => list && shorten(list, readAgain))
  client.invalidateQueries({ queryKey: ['w', slug] })
}

const bringsMessage = new Set([
  ...['conversations.started', 'conversations.message_received', 'conversations.reply_queued'],
  ...['conversations.reaction_queued', 'conversations.phone_app_wrote', 'conversations.note_written'],
])

const changesMessage = new Set(['conversations.message_changed', 'conversations.media_changed'])

/** What came about a message may be about one far up, which the newest page does not hold. */
function changeMessage(client: QueryClient, slug: string, id: string, fact: Fact): void {
  const key = messagesQuery(slug, id).queryKey
  const newest = client.getQueryData<CachedThread>(key)?.pages[0]
  if (newest?.items.some((item) => item.id === fact.subjectId)) refreshThread(client, slug, id)
  else client.invalidateQueries({ queryKey: key })
}

/** Shows the new tick at once; a failure's reason has to be fetched. */
function applyStatus(client: QueryClient, slug: string, id: string, fact: Fact): void {
  const { from } = fact.details
  const messageId = typeof fact.details.messageId === 'string' ? fact.details.messageId : fact.subjectId
  const to = fact.details.to as MessageStatus
  const key = messagesQuery(slug, id).queryKey
  const thread = client.getQueryData<CachedThread>(key)
  if (!thread) return
  if (!has(thread, messageId) || from === to || needsReason.has(to)) refreshThread(client, slug, id)
  else {
    const moved = changeInThread(thread, messageId, (it) => withStatus(it, laterStatus(it.status, from, to), fact.at))
    client.setQueryData<CachedThread>(key, moved)
  }
}

const needsReason = new Set<MessageStatus>(['failed', 'unknown', 'cancelled'])

function withStatus(message: Message, status: MessageStatus, at: string): Message {
  if (status === message.status) return message
  const error = null
  if (status === 'sent') return { ...message, status, error, sentAt: message.sentAt ?? at }
  if (status === 'delivered') return { ...message, status, error, deliveredAt: message.deliveredAt ?? at }
  if (status === 'read') return { ...message, status, error, readAt: message.readAt ?? at }
  return { ...message, status, error }
}

/** A person's name stands in every row; only those on screen are read again. */
function refreshNames(client: QueryClient, slug: string): void {
  client.invalidateQueries({ queryKey: ['w', slug, 'conversations', 'list'] })
  client.invalidateQueries({ queryKey: ['w', slug, 'conversations', 'one'] })
}
