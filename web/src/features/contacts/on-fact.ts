import type { QueryClient } from '@tanstack/react-query'
import type { Fact } from '../../lib/api-types.ts'

/** Keeps the people on screen true to what becomes known of them and happens to them. */
export function onFact(client: QueryClient, slug: string, fact: Fact): void {
  if (fact.contactId && !('importId' in fact.details)) {
    client.invalidateQueries({ queryKey: ['w', slug, 'contacts', 'timeline'] })
    client.invalidateQueries({ queryKey: ['w', slug, 'conversations', 'of'] })
  }
  if (!fact.name.startsWith('contacts.')) return
  if (fact.name === 'contacts.consent_rules_changed')
    client.invalidateQueries({ queryKey: ['w', slug, 'consent-rules'] })
  // A file brings thousands of people: their import tells when to look again.
  if ('importId' in fact.details) return
  if (fact.name === 'contacts.import_changed') {
    client.invalidateQueries({ queryKey: ['w', slug, 'contacts', 'imports'] })
    if (fact.details.state !== 'done') return
  }
  if (fact.name.startsWith('contacts.lead_')) return
  for (const part of ['list', 'labels', 'one', 'fields', 'consents'])
    client.invalidateQueries({ queryKey: ['w', slug, 'contacts', part] })
}
