import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, inWorkspace } from '../../lib/api.ts'
import type {
  Conversation,
  ConversationCounts,
  Found,
  InboxLabel,
  Message,
  Page,
  SavedView,
  ViewCount,
} from '../../lib/api-types.ts'
import { effectiveStatus, type Filters } from './filters.ts'

/** The conversations under some filters, newest activity first, by pages. */
export const listQuery = (slug: string, filters: Filters) =>
  infiniteQueryOptions({
    queryKey: listKey(slug, filters),
    queryFn: ({ pageParam, signal }) => {
      const status = effectiveStatus(filters)
      const query = { ...filters, status: status === 'all' ? undefined : status, cursor: pageParam }
      return get<Page<Conversation>>(inWorkspace(slug, '/conversations'), { query, signal })
    },
    // Facts keep a list right; only what a search finds has to be asked again.
    staleTime: filters.q ? 60_000 : Number.POSITIVE_INFINITY,
    // Comparing every row with what was there before costs more than drawing those that changed.
    structuralSharing: false,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** How many conversations stand in each state. */
export const countsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'conversations', 'counts'],
    queryFn: () => get<ConversationCounts>(inWorkspace(slug, '/conversations/counts')),
  })

/** The caller's own views, then those all share. */
export const viewsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'conversations', 'views'],
    queryFn: async () => (await get<Page<SavedView>>(inWorkspace(slug, '/views'))).items,
  })

/** How many conversations each view shows, by its id; "99+" beyond what is counted. */
export const viewCountsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'conversations', 'view counts'],
    queryFn: async () => {
      const { items } = await get<{ items: ViewCount[] }>(inWorkspace(slug, '/views/counts'))
      return new Map(items.map(({ id, count, isMore }) => [id, isMore ? `${Math.min(count, 99)}+` : `${count}`]))
    },
    structuralSharing: false,
  })

/** What conversations can be filed under. */
export const inboxLabelsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'conversations', 'labels'],
    queryFn: async () => (await get<Page<InboxLabel>>(inWorkspace(slug, '/labels'))).items,
  })

/** One conversation. */
export const conversationQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: ['w', slug, 'conversations', 'one', id],
    queryFn: () => fetchConversation(slug, id),
  })

/** One conversation as it stands now. */
export const fetchConversation = (slug: string, id: string) =>
  get<Conversation>(inWorkspace(slug, `/conversations/${id}`))

/** The newest messages of a conversation. */
export const fetchMessages = (slug: string, id: string, cursor: string | null, signal?: AbortSignal) =>
  get<Page<Message>>(inWorkspace(slug, `/conversations/${id}/messages`), {
    query: { limit: 40, cursor },
    ...(signal ? { signal } : {}),
  })

/** A conversation's messages by pages, newest first. */
export const messagesQuery = (slug: string, id: string) =>
  infiniteQueryOptions({
    queryKey: ['w', slug, 'conversations', 'messages', id],
    queryFn: ({ pageParam, signal }) => fetchMessages(slug, id, pageParam, signal),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** Messages in which words occur, newest first, by pages. */
export const foundQuery = (slug: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ['w', slug, 'conversations', 'found', q],
    queryFn: ({ pageParam, signal }) =>
      get<Found>(inWorkspace(slug, '/search'), { query: { q, limit: 20, cursor: pageParam }, signal }),
    staleTime: 10_000,
    enabled: q !== '',
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

export const listKey = (slug: string, filters?: Filters) =>
  ['w', slug, 'conversations', 'list', ...(filters ? [filters] : [])] as const
