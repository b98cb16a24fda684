import type { QueryClient } from '@tanstack/react-query'
import type { Fact } from '../../lib/api-types.ts'

/** Keeps the board true to what others do, and to what becomes known of the people on it. */
export function onFact(client: QueryClient, slug: string, fact: Fact): void {
  const isAboutLeads = fact.name.startsWith('contacts.lead_')
  const isAboutPeople = ['contacts.changed', 'contacts.merged', 'contacts.unmerged'].includes(fact.name)
  if (isAboutLeads || (isAboutPeople && !('importId' in fact.details)))
    client.invalidateQueries({ queryKey: ['w', slug, 'leads'] })
}
