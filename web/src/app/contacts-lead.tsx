import { useQuery } from '@tanstack/react-query'
import { LeadOfContact } from '../features/leads/lead-of-contact.tsx'
import { membersQuery, workspaceQuery } from '../features/tenancy/queries.ts'

/** A person's lead, with the colleagues who may look after it. */
export function ContactLead({ slug, contactId }: { slug: string; contactId: string }) {
  const members = useQuery(membersQuery(slug)).data ?? []
  const currency = useQuery(workspaceQuery(slug)).data?.currency ?? 'EUR'
  return <LeadOfContact slug={slug} contactId={contactId} members={members} currency={currency} />
}
