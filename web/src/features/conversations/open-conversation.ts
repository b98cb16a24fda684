import type { Conversation } from '../../lib/api-types.ts'
import { queryClient } from '../../lib/query-client.ts'
import { conversationQuery, messagesQuery } from './queries.ts'

/** Reads ahead what opening this conversation will show. */
export function prefetchConversation(slug: string, conversation: Conversation): void {
  const one = conversationQuery(slug, conversation.id)
  if (!queryClient.getQueryData(one.queryKey)) queryClient.setQueryData(one.queryKey, conversation)
  queryClient.prefetchInfiniteQuery(messagesQuery(slug, conversation.id))
}
