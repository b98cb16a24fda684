import type { QueryClient } from '@tanstack/react-query'

export const replyKey = (slug: string, conversationId: string) => ['reply', slug, conversationId] as const

/** Resolves once no reply of this conversation is between here and the server. */
export function repliesUnderWay(client: QueryClient, slug: string, conversationId: string): Promise<void> {
  const cache = client.getMutationCache()
  const isUnderWay = () => cache.findAll({ mutationKey: replyKey(slug, conversationId), status: 'pending' }).length > 0
  if (!isUnderWay()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = cache.subscribe(() => {
      if (isUnderWay()) return
      stop()
      resolve()
    })
  })
}
