import { useQuery } from '@tanstack/react-query'
import type { Conversation } from '../../../lib/api-types.ts'
import { workspaceQuery } from '../../tenancy/queries.ts'

/** What templates ask for and is known already: who writes, and to whom. */
export function useKnownValues(slug: string, { contact }: Conversation): Record<string, string> {
  const workspace = useQuery(workspaceQuery(slug)).data
  const name = contact.name ?? ''
  const business = workspace?.name ?? ''
  return { customer: name, customer_name: name, name, business, business_name: business }
}
