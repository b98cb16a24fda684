import { useEffect } from 'react'
import { inWorkspace, post } from '../../lib/api.ts'
import type { Conversation } from '../../lib/api-types.ts'
import { queryClient } from '../../lib/query-client.ts'
import { conversationQuery } from './queries.ts'
import { placeEverywhere, refreshCounts } from './refresh.ts'

/** Marks the conversation read while it is open in a window somebody looks at. */
export function useMarkRead(slug: string, conversation: Conversation | undefined): void {
  const id = conversation?.id
  const isUnread = (conversation?.unreadCount ?? 0) > 0

  useEffect(() => {
    if (!id || !isUnread) return
    const markIfSeen = () => {
      if (document.visibilityState === 'visible' && document.hasFocus()) markRead(slug, id)
    }
    markIfSeen()
    addEventListener('focus', markIfSeen)
    document.addEventListener('visibilitychange', markIfSeen)
    return () => {
      removeEventListener('focus', markIfSeen)
      document.removeEventListener('visibilitychange', markIfSeen)
    }
  }, [slug, id, isUnread])
}

/** Shown as read at once; should the server not hear of it, the next look at the conversation tries again. */
async function markRead(slug: string, id: string): Promise<void> {
  const known = queryClient.getQueryData(conversationQuery(slug, id).queryKey)
  if (known) placeEverywhere(queryClient, slug, { ...known, unreadCount: 0 })
  await post(inWorkspace(slug, `/conversations/${id}/read`)).catch(() => undefined)
  refreshCounts(queryClient, slug)
}
