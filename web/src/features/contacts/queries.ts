import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, inWorkspace } from '../../lib/api.ts'
import type { Contact, Field, Import, LabelCount, Page, RefusedLine, TimelineEntry } from '../../lib/api-types.ts'

export interface ContactFilters {
  /** Part of a name, a number or an address. */
  q: string
  /** The label people must stand under; empty for all. */
  label: string
  /** The field that must say `value`; empty for all. */
  field: string
  value: string
}

/** The people a workspace knows, by pages. */
export const contactsQuery = (slug: string, filters: ContactFilters) =>
  infiniteQueryOptions({
    queryKey: ['w', slug, 'contacts', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Contact>>(inWorkspace(slug, '/contacts'), { query: { ...asked(filters), cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** What the server is asked for; a field counts only with what it must say. */
export function asked({ q, label, field, value }: ContactFilters): Record<string, string> {
  return { q, label, ...(field && value ? { field, value } : {}) }
}

/** What this business wants to know of people, in its order. */
export const fieldsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'contacts', 'fields'],
    queryFn: async () =>
      (await get<Page<Field>>(inWorkspace(slug, '/contacts/fields'), { query: { archived: 'true' } })).items,
    staleTime: 5 * 60_000,
  })

/** The latest imports. */
export const importsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'contacts', 'imports', 'list'],
    queryFn: async () =>
      (await get<Page<Import>>(inWorkspace(slug, '/contacts/imports'), { query: { limit: 10 } })).items,
  })

/** One import; asked again every moment while it works, in case the live line is slow. */
export const importQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: ['w', slug, 'contacts', 'imports', 'one', id],
    queryFn: () => get<Import>(inWorkspace(slug, `/contacts/imports/${id}`)),
    refetchInterval: ({ state: { data } }) => (data && isAtWork(data) ? 2_000 : false),
  })

export function isAtWork({ state }: Pick<Import, 'state'>): boolean {
  return state === 'checking' || state === 'importing'
}

/** The lines an import does not take, by pages. */
export const refusedQuery = (slug: string, { id, state }: Pick<Import, 'id' | 'state'>) =>
  infiniteQueryOptions({
    queryKey: ['w', slug, 'contacts', 'imports', 'refused', id, state],
    queryFn: ({ pageParam, signal }) =>
      get<Page<RefusedLine>>(inWorkspace(slug, `/contacts/imports/${id}/refused`), {
        query: { cursor: pageParam, limit: 50 },
        signal,
      }),
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
