import { useMutation } from '@tanstack/react-query'
import { inWorkspace, post, remove } from '../../../lib/api.ts'
import type { Conversation } from '../../../lib/api-types.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { placeEverywhere, refreshConversation, refreshCounts } from '../refresh.ts'
import { toast } from '../toasts.ts'

/** Asks for a person, takes over, and hands back to automation. */
export function useHandoff(slug: string, id: string) {
  const path = inWorkspace(slug, `/conversations/${id}/handoff`)
  const onSuccess = (conversation: Conversation) => {
    placeEverywhere(queryClient, slug, conversation)
    refreshCounts(queryClient, slug)
  }
  // Somebody may have been faster: what is shown is read again.
  const onError = (error: Error) => {
    toast({ words: error.message, isTrouble: true })
    refreshConversation(queryClient, slug, id)
  }
  const ask = useMutation({ mutationFn: (reason: string) => post<Conversation>(path, { reason }), onSuccess })
  const take = useMutation({ mutationFn: () => post<Conversation>(`${path}/take`), onSuccess, onError })
  const giveBack = useMutation({
    mutationFn: () => remove(path),
    onSuccess: () => refreshConversation(queryClient, slug, id),
    onError,
  })
  return { ask, take, giveBack }
}
