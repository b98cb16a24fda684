import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, inWorkspace } from '../../lib/api.ts'
import type { Contact, LabelCount, Page, TimelineEntry } from '../../lib/api-types.ts'

export interface ContactFilters {
  /** Part of a name, a number or an address. */
  q: string
  /** The label people must stand under; empty for all. */
  label: string
}

/** The people a workspace knows, by pages. */
export const contactsQuery = (slug: string, { q, label }: ContactFilters) =>
  infiniteQueryOptions({
    queryKey: ['w', slug, 'contacts', 'list', q, label],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Contact>>(inWorkspace(slug, '/contacts'), { query: { q, label, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** One person. */
export const contactQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: ['w', slug, 'contacts', 'one', id],
    queryFn: () => get<Contact>(inWorkspace(slug, `/contacts/${id}`)),
  })

/** The labels in use. */
export const labelsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'contacts', 'labels'],
    queryFn: async () => (await get<Page<LabelCount>>(inWorkspace(slug, '/contacts/labels'))).items,
  })

/** What happened to a person, newest first, by pages. */
export const timelineQuery = (slug: string, id: string) =>
  infiniteQueryOptions({
    queryKey: ['w', slug, 'contacts', 'timeline', id],
    queryFn: ({ pageParam, signal }) =>
      get<Page<TimelineEntry>>(inWorkspace(slug, `/contacts/${id}/timeline`), {
        query: { cursor: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** What the card would show if one contact were merged into another; the server is asked each time. */
export const mergePreviewQuery = (slug: string, { id, into }: { id: string; into: string }) =>
  queryOptions({
    queryKey: ['w', slug, 'contacts', 'merge', id, into],
    queryFn: () => get<Contact>(inWorkspace(slug, `/contacts/${id}/merge`), { query: { into } }),
    staleTime: 0,
  })
