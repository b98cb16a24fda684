export const conversationStatuses = ['open', 'pending', 'snoozed', 'resolved'] as const
export type ConversationStatus = (typeof conversationStatuses)[number]

export const mostLabels = 20
export const longestLabel = 40

/** Whoever is written to again has to look again. */
export function statusAfterCustomerWrote(status: ConversationStatus): ConversationStatus {
  return status === 'resolved' || status === 'snoozed' ? 'open' : status
}
