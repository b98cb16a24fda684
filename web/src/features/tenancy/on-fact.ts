import type { QueryClient } from '@tanstack/react-query'
import type { Fact } from '../../lib/api-types.ts'
import { meQuery } from './queries.ts'

/** Keeps true who works here and what they may do; whoever was removed finds the workspace closed. */
export function onFact(client: QueryClient, slug: string, fact: Fact): void {
  if (!fact.name.startsWith('tenancy.') || isComingAndGoing(fact)) return
  client.invalidateQueries({ queryKey: ['w', slug, 'tenancy'] })
  client.invalidateQueries({ queryKey: meQuery.queryKey })
}

/** Who signs in or out works here all the same. */
function isComingAndGoing({ name }: Fact): boolean {
  return name === 'tenancy.account_signed_in' || name === 'tenancy.account_signed_out'
}
