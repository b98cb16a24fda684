import { useMutation } from '@tanstack/react-query'
import { inWorkspace, patch } from '../../lib/api.ts'
import type { Conversation, ConversationChange } from '../../lib/api-types.ts'
import { queryClient } from '../../lib/query-client.ts'
import { placeEverywhere, refreshCounts } from './refresh.ts'

/** Changes a conversation's status or who has it. */
export function useChangeConversation(slug: string, id: string) {
  return useMutation({
    mutationFn: (change: ConversationChange) => patch<Conversation>(inWorkspace(slug, `/conversations/${id}`), change),
    onSuccess: (conversation) => {
      placeEverywhere(queryClient, slug, conversation)
      refreshCounts(queryClient, slug)
    },
  })
}
