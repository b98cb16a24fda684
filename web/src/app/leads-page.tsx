import { useQuery } from '@tanstack/react-query'
import { LeadsPage as Page } from '../features/leads/leads-page.tsx'
import { membersQuery } from '../features/tenancy/queries.ts'
import { useSlug } from '../lib/use-slug.ts'

/** /w/{slug}/leads */
export function LeadsPage() {
  const members = useQuery(membersQuery(useSlug())).data ?? []
  return <Page members={members} />
}
