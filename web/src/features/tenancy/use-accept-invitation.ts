import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { post } from '../../lib/api.ts'
import type { WorkspaceOfMine } from '../../lib/api-types.ts'
import { queryClient } from '../../lib/query-client.ts'

/** Accepts and walks in; the link is used up then, so nobody comes back to it. */
export function useAcceptInvitation(token: string) {
  const router = useRouter()
  return useMutation({
    mutationFn: () => post<WorkspaceOfMine>(`/invitations/${encodeURIComponent(token)}/accept`),
    onSuccess: ({ slug }) => {
      queryClient.clear()
      router.history.replace(`/w/${slug}/inbox`)
    },
  })
}
