import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { inWorkspace, post } from '../../../lib/api.ts'
import type { Message } from '../../../lib/api-types.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { type CachedThread, placeInThread } from '../cached-thread.ts'
import { messagesQuery } from '../queries.ts'

/** Writes a note. The same words tried again after an error go under the same key, so that they are written once. */
export function useWriteNote(slug: string, conversationId: string, onWritten: () => void) {
  const tried = useRef({ text: '', key: '' })
  return useMutation({
    mutationFn: (text: string) => {
      if (tried.current.text !== text) tried.current = { text, key: crypto.randomUUID() }
      const headers = { 'idempotency-key': tried.current.key }
      return post<Message>(inWorkspace(slug, `/conversations/${conversationId}/notes`), { text }, { headers })
    },
    onSuccess: (note) => {
      tried.current = { text: '', key: '' }
      const key = messagesQuery(slug, conversationId).queryKey
      queryClient.setQueryData<CachedThread>(key, (old) => old && placeInThread(old, note))
      onWritten()
    },
  })
}
