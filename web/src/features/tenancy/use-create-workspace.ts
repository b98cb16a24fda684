import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { post } from '../../lib/api.ts'
import type { NewWorkspace, Workspace } from '../../lib/api-types.ts'
import { queryClient } from '../../lib/query-client.ts'
import { meQuery } from './queries.ts'

/** Opens a workspace and enters its inbox. */
export function useCreateWorkspace() {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (wish: NewWorkspace) => post<Workspace>('/workspaces', wish),
    onSuccess: async ({ slug }) => {
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
      await navigate({ to: '/w/$slug/inbox', params: { slug } })
    },
  })
}
