import { useQuery } from '@tanstack/react-query'
import { useSlug } from '../../lib/use-slug.ts'
import { workspaceQuery } from './queries.ts'

/** What I may do here, by the names of the server's permission table. */
export function useMay(): (act: string) => boolean {
  const permissions = useQuery(workspaceQuery(useSlug())).data?.me.permissions
  return (act) => permissions?.includes(act) ?? true
}
