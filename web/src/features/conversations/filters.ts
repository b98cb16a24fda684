import type { Conversation, ConversationStatus } from '../../lib/api-types.ts'

/** What the list is narrowed to; these are also the inbox's search parameters. */
export interface Filters {
  status?: ConversationStatus | 'all'
  assignee?: 'me' | 'none'
  unread?: true
  q?: string
}

export const statuses: readonly ConversationStatus[] = ['open', 'pending', 'snoozed', 'resolved']

/** Takes from an address what makes sense and drops the rest. */
export function filtersFrom(search: Record<string, unknown>): Filters {
  const { status, assignee, unread, q } = search
  return {
    ...(status === 'all' || statuses.includes(status as ConversationStatus)
      ? { status: status as ConversationStatus | 'all' }
      : {}),
    ...(assignee === 'me' || assignee === 'none' ? { assignee } : {}),
    ...(unread === true || unread === 'true' ? { unread: true } : {}),
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
  }
}

/** The status that applies: a chosen one, else open ones; a search without a choice looks through all. */
export function effectiveStatus(filters: Filters): ConversationStatus | 'all' {
  return filters.status ?? (filters.q ? 'all' : 'open')
}

/** True when the list shows less than everything open. */
export function isNarrowed(filters: Filters): boolean {
  return Object.keys(filters).length > 0
}

/** True when the conversation belongs in the list; what a search finds only the server knows. */
export function fits(filters: Filters, conversation: Conversation, memberId: string | undefined): boolean {
  const status = effectiveStatus(filters)
  if (status !== 'all' && conversation.status !== status) return false
  if (filters.assignee === 'none' && conversation.assignee) return false
  if (filters.assignee === 'me' && conversation.assignee?.id !== memberId) return false
  return true
}
