import { queryOptions, useMutation } from '@tanstack/react-query'
import { get, inWorkspace, patch, post, remove } from '../../../lib/api.ts'
import type { NewSavedReply, Page, SavedReply, SavedReplyChange } from '../../../lib/api-types.ts'
import { queryClient } from '../../../lib/query-client.ts'

/** One's own saved replies and those all share, by shortcut. */
export const savedRepliesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'conversations', 'saved replies'],
    queryFn: async () => (await get<Page<SavedReply>>(inWorkspace(slug, '/saved-replies'))).items,
    staleTime: 5 * 60_000,
  })

/** Keeps, changes and deletes saved replies. */
export function useSavedReplyActs(slug: string) {
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: savedRepliesQuery(slug).queryKey })
  return {
    save: useMutation({
      mutationFn: (reply: NewSavedReply) => post<SavedReply>(inWorkspace(slug, '/saved-replies'), reply),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ id, ...wish }: SavedReplyChange & { id: string }) =>
        patch<SavedReply>(inWorkspace(slug, `/saved-replies/${id}`), wish),
      onSuccess,
    }),
    discard: useMutation({
      mutationFn: (id: string) => remove(inWorkspace(slug, `/saved-replies/${id}`)),
      onSuccess,
    }),
  }
}
