import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, inWorkspace } from '../../lib/api.ts'
import type { AuditEntry, AuditFilters, Page } from '../../lib/api-types.ts'
import { type AuditSearch, asQuery } from './audit-search.ts'

/** What was done here, newest first, by pages. */
export const entriesQuery = (slug: string, search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['w', slug, 'audit', 'list', search],
    queryFn: ({ pageParam, signal }) =>
      get<Page<AuditEntry>>(inWorkspace(slug, '/audit'), {
        query: { ...asQuery(search), cursor: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** By whom and by what it can be narrowed. */
export const filtersQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'audit', 'filters'],
    queryFn: () => get<AuditFilters>(inWorkspace(slug, '/audit/filters')),
    staleTime: 60_000,
  })
