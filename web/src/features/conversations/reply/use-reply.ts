import { type Mutation, MutationObserver, useMutationState } from '@tanstack/react-query'
import { useCallback } from 'react'
import { inWorkspace, post } from '../../../lib/api.ts'
import type { MediaFile, Message, NewReply } from '../../../lib/api-types.ts'
import { isSignedOut, isWorthRetrying, queryClient } from '../../../lib/query-client.ts'
import { type CachedThread, placeInThread } from '../cached-thread.ts'
import { messagesQuery } from '../queries.ts'
import { refreshConversation } from '../refresh.ts'
import { keepDraft } from './drafts.ts'
import { replyKey } from './replies-under-way.ts'

/** A reply as written here. Its key makes sending it again harmless, however often. */
export interface Draft {
  key: string
  body: NewReply
  /** The file it carries, to be shown with it. */
  media: MediaFile | null
  /** The message it quotes, to be shown with it. */
  quoted: Message | null
  writtenAt: string
}

/** A reply the server has not confirmed yet. */
export interface PendingReply extends Draft {
  error: Error | null
}

/** Sends replies one after the other, in the order they were written. */
export function useSendReply(slug: string, conversationId: string) {
  return useCallback(
    (body: NewReply, quoted: Message | null, media: MediaFile | null = null) => {
      const draft = { key: crypto.randomUUID(), body, media, quoted, writtenAt: new Date().toISOString() }
      return send(slug, conversationId, draft)
    },
    [slug, conversationId],
  )
}

/** The replies of a conversation that are on their way or did not get through, oldest first. */
export function usePendingReplies(slug: string, conversationId: string): PendingReply[] {
  return useMutationState({
    filters: { mutationKey: replyKey(slug, conversationId), predicate: (it) => it.state.status !== 'success' },
    select: (mutation) => ({ ...(mutation.state.variables as Draft), error: mutation.state.error }),
  })
}

/** Tries a reply that did not get through once more, under the same key. */
export function sendAgain(slug: string, conversationId: string, { key, body, media, quoted, writtenAt }: Draft): void {
  discard(slug, conversationId, key)
  send(slug, conversationId, { key, body, media, quoted, writtenAt })
}

/** Gives up a reply that did not get through. */
export function discard(slug: string, conversationId: string, key: string): void {
  const cache = queryClient.getMutationCache()
  const isIt = (mutation: Mutation) => (mutation.state.variables as Draft | undefined)?.key === key
  for (const mutation of cache.findAll({ mutationKey: replyKey(slug, conversationId) }).filter(isIt as never)) {
    cache.remove(mutation)
  }
}

function send(slug: string, conversationId: string, draft: Draft): void {
  const observer = new MutationObserver<Message, Error, Draft>(queryClient, {
    mutationKey: replyKey(slug, conversationId),
    scope: { id: `reply ${conversationId}` },
    gcTime: Number.POSITIVE_INFINITY,
    retry: (failures, error) => isWorthRetrying(error) && failures < 3,
    retryDelay: (failures) => Math.min(1_000 * 2 ** failures, 8_000),
    mutationFn: ({ key, body }) =>
      post<Message>(inWorkspace(slug, `/conversations/${conversationId}/messages`), body, {
        headers: { 'idempotency-key': key },
      }),
    // Signing in again forgets what is under way; the words go back to where they were written.
    onError: (error) => {
      if (isSignedOut(error) && 'text' in draft.body && draft.body.text) keepDraft(conversationId, draft.body.text)
    },
    onSuccess: (message) => {
      const key = messagesQuery(slug, conversationId).queryKey
      queryClient.setQueryData<CachedThread>(key, (old) => old && placeInThread(old, message))
      refreshConversation(queryClient, slug, conversationId)
      queueMicrotask(() => discard(slug, conversationId, draft.key))
    },
  })
  observer.mutate(draft).catch(() => undefined)
}
