import { queryOptions, useMutation } from '@tanstack/react-query'
import { get, inWorkspace, patch, post } from '../../../lib/api.ts'
import type { ConsentChange, ConsentRules, ConsentRulesChange, Consents } from '../../../lib/api-types.ts'
import { queryClient } from '../../../lib/query-client.ts'

/** What a person allows, with the proof. */
export const consentsQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: ['w', slug, 'contacts', 'consents', id],
    queryFn: () => get<Consents>(inWorkspace(slug, `/contacts/${id}/consents`)),
  })

/** Enters what a person said elsewhere. */
export const useChangeConsent = (slug: string, id: string) =>
  useMutation({
    mutationFn: (wish: ConsentChange) => post<Consents>(inWorkspace(slug, `/contacts/${id}/consents`), wish),
    onSuccess: (consents) => queryClient.setQueryData(consentsQuery(slug, id).queryKey, consents),
  })

/** How the workspace deals with consent. */
export const consentRulesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'consent-rules'],
    queryFn: () => get<ConsentRules>(inWorkspace(slug, '/consent-rules')),
  })

/** Changes it; whether somebody may be written to follows from it. */
export const useChangeConsentRules = (slug: string) =>
  useMutation({
    mutationFn: (wish: ConsentRulesChange) => patch<ConsentRules>(inWorkspace(slug, '/consent-rules'), wish),
    onSuccess: (rules) => {
      queryClient.setQueryData(consentRulesQuery(slug).queryKey, rules)
      queryClient.invalidateQueries({ queryKey: ['w', slug, 'contacts', 'consents'] })
    },
  })
