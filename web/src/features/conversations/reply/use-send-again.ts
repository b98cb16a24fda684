import { useMutation } from '@tanstack/react-query'
import { inWorkspace, post } from '../../../lib/api.ts'
import type { Message } from '../../../lib/api-types.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { type CachedThread, placeInThread } from '../cached-thread.ts'
import { messagesQuery } from '../queries.ts'

/** Sends a message that failed once more: the same message, tried anew. */
export function useSendAgain(slug: string, message: Message) {
  return useMutation({
    mutationFn: () => post<Message>(inWorkspace(slug, `/messages/${message.id}/send-again`)),
    onSuccess: (queued) => {
      const key = messagesQuery(slug, message.conversationId).queryKey
      queryClient.setQueryData<CachedThread>(key, (old) => old && placeInThread(old, queued))
    },
  })
}
