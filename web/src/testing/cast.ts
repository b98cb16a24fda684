import type { Conversation, Message, Page } from '../lib/api-types.ts'

const day = '2026-03-11T'

/** A conversation with Ana, changed as given. */
export function conversation(id: string, change: Partial<Conversation> = {}): Conversation {
  return {
    id,
    contact: { id: `contact of ${id}`, name: 'Ana', phone: '+34612000001', username: null },
    status: 'open',
    assignee: null,
    labels: [],
    snoozedUntil: null,
    outletId: null,
    channelId: 'channel',
    unreadCount: 0,
    lastMessage: null,
    lastMessageAt: `${day}10:00:00Z`,
    window: { open: true, closesAt: null },
    automation: { paused: false, since: null, why: null, by: null, resumesAt: null },
    handoff: null,
    createdAt: `${day}08:00:00Z`,
    ...change,
  }
}

/** A reply of ours, changed as given. */
export function message(id: string, change: Partial<Message> = {}): Message {
  return {
    id,
    conversationId: 'conversation',
    direction: 'outbound',
    kind: 'text',
    text: `text of ${id}`,
    details: null,
    status: 'queued',
    error: null,
    senderType: 'member',
    senderId: 'rosa',
    channelId: 'channel',
    providerMessageId: null,
    templateId: null,
    origin: null,
    reactions: [],
    quote: null,
    media: null,
    editedAt: null,
    revokedAt: null,
    sentAt: null,
    deliveredAt: null,
    readAt: null,
    createdAt: `${day}10:00:00Z`,
    ...change,
  }
}

/** Pages as the query cache keeps them; the last one ends the list unless a cursor is given. */
export function pages<Item>(items: Item[][], end: string | null = null) {
  return {
    pages: items.map(
      (page, at): Page<Item> => ({ items: page, nextCursor: at < items.length - 1 ? `${at + 1}` : end }),
    ),
    pageParams: items.map((_, at) => (at === 0 ? null : `${at}`)),
  }
}
