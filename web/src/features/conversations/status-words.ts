import type { ConversationStatus } from '../../lib/api-types.ts'

/** What a conversation's status is called. */
export const statusWord: Record<ConversationStatus, string> = {
  open: 'Open',
  pending: 'Pending',
  snoozed: 'Snoozed',
  resolved: 'Resolved',
}
