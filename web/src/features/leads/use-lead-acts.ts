import { type InfiniteData, useMutation } from '@tanstack/react-query'
import { inWorkspace, patch, post } from '../../lib/api.ts'
import type { Lead, LeadChange, LeadCounts, LeadStage, NewLead, Page } from '../../lib/api-types.ts'
import { queryClient } from '../../lib/query-client.ts'
import { moved } from './moved.ts'
import { type LeadFilters, leadCountsQuery, leadsQuery } from './queries.ts'

/** Makes a lead of a person. */
export const useBeginLead = (slug: string) =>
  useMutation({
    mutationFn: (wish: NewLead) => post<Lead>(inWorkspace(slug, '/leads'), wish),
    onSettled: () => refreshLeads(slug),
  })

/** Changes a lead: its owner, its value, its stage. */
export const useChangeLead = (slug: string) =>
  useMutation({
    mutationFn: ({ id, ...change }: LeadChange & { id: string }) =>
      patch<Lead>(inWorkspace(slug, `/leads/${id}`), change),
    onSettled: () => refreshLeads(slug),
  })

type Pages = InfiniteData<Page<Lead>, string | null>

/** Moves a lead on the board at once, and back again when the server says no. */
export const useMoveLead = (slug: string, filters: LeadFilters) =>
  useMutation({
    mutationFn: ({ lead, to }: { lead: Lead; to: LeadStage }) =>
      patch<Lead>(inWorkspace(slug, `/leads/${lead.id}`), { stage: to }),
    async onMutate({ lead, to }) {
      await queryClient.cancelQueries({ queryKey: ['w', slug, 'leads'] })
      const keys = {
        from: leadsQuery(slug, lead.stage, filters).queryKey,
        to: leadsQuery(slug, to, filters).queryKey,
        counts: leadCountsQuery(slug, filters).queryKey,
      }
      const before = {
        from: queryClient.getQueryData<Pages>(keys.from),
        to: queryClient.getQueryData<Pages>(keys.to),
        counts: queryClient.getQueryData<LeadCounts>(keys.counts),
      }
      const after = moved(before, lead, to)
      queryClient.setQueryData(keys.from, after.from)
      queryClient.setQueryData(keys.to, after.to)
      queryClient.setQueryData(keys.counts, after.counts)
      return { keys, before }
    },
    onError(_error, _move, context) {
      if (!context) return
      const { keys, before } = context
      queryClient.setQueryData(keys.from, before.from)
      queryClient.setQueryData(keys.to, before.to)
      queryClient.setQueryData(keys.counts, before.counts)
    },
    onSettled: () => refreshLeads(slug),
  })

function refreshLeads(slug: string): Promise<unknown> {
  queryClient.invalidateQueries({ queryKey: ['w', slug, 'contacts', 'timeline'] })
  return queryClient.invalidateQueries({ queryKey: ['w', slug, 'leads'] })
}
