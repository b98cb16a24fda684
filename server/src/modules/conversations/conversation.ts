export const conversationStatuses = ['open', 'pending', 'snoozed', 'resolved'] as const
export type ConversationStatus = (typeof conversationStatuses)[number]

export const mostLabels = 20
export const longestLabel = 40

/** What may happen to a conversation without anybody moving it by hand. */
export type Occasion = 'customer_wrote' | 'time_came' | 'note_written' | 'reply_sent' | 'phone_app_wrote'

/**
 * Where it stands afterwards. Whoever is written to again has to look again, and whoever looked after it still does. What the
 * team says, to the customer or among themselves, moves nothing: they move it themselves.
 */
const afterwards: Readonly<Record<Occasion, Readonly<Record<ConversationStatus, ConversationStatus>>>> = {
  customer_wrote: { open: 'open', pending: 'open', snoozed: 'open', resolved: 'open' },
  time_came: { open: 'open', pending: 'pending', snoozed: 'open', resolved: 'resolved' },
  note_written: { open: 'open', pending: 'pending', snoozed: 'snoozed', resolved: 'resolved' },
  reply_sent: { open: 'open', pending: 'pending', snoozed: 'snoozed', resolved: 'resolved' },
  phone_app_wrote: { open: 'open', pending: 'pending', snoozed: 'snoozed', resolved: 'resolved' },
}

/** The status a conversation has after an occasion. */
export function statusAfter(occasion: Occasion, status: ConversationStatus): ConversationStatus {
  return afterwards[occasion][status]
}
