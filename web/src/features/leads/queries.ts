import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, inWorkspace } from '../../lib/api.ts'
import type { Lead, LeadCounts, LeadStage, Page } from '../../lib/api-types.ts'

export interface LeadFilters {
  q: string
  /** `me`, `none`, a member's id; empty for all. */
  owner: string
  source: string
}

/** The leads of one stage, or of all when it is empty, newest first, by pages. */
export const leadsQuery = (slug: string, stage: LeadStage | '', filters: LeadFilters) =>
  infiniteQueryOptions({
    queryKey: ['w', slug, 'leads', 'list', filters, stage],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Lead>>(inWorkspace(slug, '/leads'), {
        query: { ...filters, stage, cursor: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** How many stand in each stage. */
export const leadCountsQuery = (slug: string, filters: LeadFilters) =>
  queryOptions({
    queryKey: ['w', slug, 'leads', 'counts', filters],
    queryFn: () => get<LeadCounts>(inWorkspace(slug, '/leads/counts'), { query: { ...filters } }),
  })

/** The lead a person is, if they are one. */
export const leadOfContactQuery = (slug: string, contactId: string) =>
  queryOptions({
    queryKey: ['w', slug, 'leads', 'of', contactId],
    queryFn: async () =>
      (await get<Page<Lead>>(inWorkspace(slug, '/leads'), { query: { contactId, limit: 1 } })).items[0] ?? null,
  })
