import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, inWorkspace } from '../../lib/api.ts'
import type { Contact, Page } from '../../lib/api-types.ts'

/** The people a workspace knows, by pages; `q` looks in names, phones and addresses. */
export const contactsQuery = (slug: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ['w', slug, 'contacts', 'list', q],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Contact>>(inWorkspace(slug, '/contacts'), { query: { q, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** One person. */
export const contactQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: ['w', slug, 'contacts', 'one', id],
    queryFn: () => get<Contact>(inWorkspace(slug, `/contacts/${id}`)),
  })
