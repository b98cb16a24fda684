import type { Conversation, ConversationStatus, SavedView } from '../../lib/api-types.ts'

// What the server looks for at most, in characters.
const longestSearch = 200

/** What the list is narrowed to; these are also the inbox's search parameters, so that an address can be sent to a colleague. */
export interface Filters {
  status?: ConversationStatus | 'all'
  /** `me`, `none`, or a member's id. */
  assignee?: string
  label?: string[]
  channelId?: string
  unread?: true
  waiting?: true
  q?: string
  /** Only those that wait for a person to take over, who has waited longest first. */
  handoff?: 'waiting'
}

export const statuses: readonly ConversationStatus[] = ['open', 'pending', 'snoozed', 'resolved']

/** Takes from an address what makes sense and drops the rest. */
export function filtersFrom(search: Record<string, unknown>): Filters {
  const { status, assignee, channelId, unread, waiting, q, handoff } = search
  const label = (Array.isArray(search.label) ? search.label : [search.label]).filter(isText)
  return {
    ...(status === 'all' || statuses.includes(status as ConversationStatus)
      ? { status: status as ConversationStatus | 'all' }
      : {}),
    ...(assignee === 'me' || assignee === 'none' || isId(assignee) ? { assignee } : {}),
    ...(label.length > 0 ? { label } : {}),
    ...(isId(channelId) ? { channelId } : {}),
    ...(unread === true || unread === 'true' ? { unread: true } : {}),
    ...(waiting === true || waiting === 'true' ? { waiting: true } : {}),
    ...(isText(q) ? { q: q.slice(0, longestSearch) } : {}),
    ...(handoff === 'waiting' ? { handoff } : {}),
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)

/** The status that applies: a chosen one, else open ones; a search without a choice, and what waits for a person, looks through all. */
export function effectiveStatus(filters: Filters): ConversationStatus | 'all' {
  return filters.status ?? (filters.q || filters.handoff ? 'all' : 'open')
}

/** True when the list shows less than everything open. */
export function isNarrowed(filters: Filters): boolean {
  return Object.keys(filters).length > 0
}

/** True when the conversation belongs in the list; what a search finds only the server knows. */
export function fits(filters: Filters, conversation: Conversation, memberId: string | undefined): boolean {
  const status = effectiveStatus(filters)
  const { assignee, label = [], channelId, waiting } = filters
  if (status !== 'all' && conversation.status !== status) return false
  if (assignee === 'none' && conversation.assignee) return false
  if (assignee && assignee !== 'none' && conversation.assignee?.id !== (assignee === 'me' ? memberId : assignee))
    return false
  if (!label.every((one) => conversation.labels.includes(one))) return false
  if (filters.handoff && (!conversation.handoff || conversation.handoff.takenAt)) return false
  if (channelId && conversation.channelId !== channelId) return false
  return !waiting || conversation.lastMessage?.direction === 'inbound'
}

/** The same without one of its wishes. */
export function without(filters: Filters, name: keyof Filters): Filters {
  const { [name]: _dropped, ...rest } = filters
  return rest
}

/** The filters as a view keeps them, which says what it shows in full. */
export function filterOfView(filters: Filters): SavedView['filter'] {
  const { status: _, handoff: _waits, ...rest } = filters
  const status = effectiveStatus(filters)
  return status === 'all' ? rest : { ...rest, status }
}

/** What the address says to show a view. */
export function filtersOfView({ filter }: Pick<SavedView, 'filter'>): Filters {
  const { status, ...rest } = filtersFrom({ ...filter, status: filter.status ?? 'all' })
  return status === undefined || (status === 'open' && !rest.q) ? rest : { ...rest, status }
}

/** True when the list shows just what the view does. */
export function isView(filters: Filters, view: Pick<SavedView, 'filter'>): boolean {
  return sorted(filterOfView(filters)) === sorted(filterOfView(filtersOfView(view)))
}

const sorted = (filter: object) => JSON.stringify(Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1)))
