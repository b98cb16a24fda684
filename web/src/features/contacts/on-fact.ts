import type { QueryClient } from '@tanstack/react-query'
import type { Fact } from '../../lib/api-types.ts'

/** Keeps the people on screen true to what becomes known of them. */
export function onFact(client: QueryClient, slug: string, fact: Fact): void {
  if (!fact.name.startsWith('contacts.')) return
  client.invalidateQueries({ queryKey: ['w', slug, 'contacts', 'list'] })
  client.invalidateQueries({ queryKey: ['w', slug, 'contacts', 'one', fact.contactId ?? fact.subjectId] })
}
