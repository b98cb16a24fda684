import { useMutation } from '@tanstack/react-query'
import { inWorkspace, post } from '../../../lib/api.ts'
import type { Message } from '../../../lib/api-types.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { type CachedThread, placeInThread } from '../cached-thread.ts'
import { messagesQuery } from '../queries.ts'

/** Reacts to a customer's message; an empty emoji takes the reaction back. */
export function useReact(slug: string, { id, conversationId }: Message) {
  return useMutation({
    mutationFn: (emoji: string) =>
      post<Message>(
        inWorkspace(slug, `/conversations/${conversationId}/messages`),
        { reaction: { messageId: id, emoji } },
        { headers: { 'idempotency-key': crypto.randomUUID() } },
      ),
    onSuccess: (reaction) => {
      const key = messagesQuery(slug, conversationId).queryKey
      queryClient.setQueryData<CachedThread>(key, (old) => old && placeInThread(old, reaction))
    },
  })
}
