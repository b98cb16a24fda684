import { useMutation } from '@tanstack/react-query'
import { inWorkspace, post, remove } from '../../../lib/api.ts'
import type { MadeToken, NewToken } from '../../../lib/api-types.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { tokensQuery } from './queries.ts'

/** Makes a token; its secret is in the answer and nowhere else. */
export function useMakeToken(slug: string) {
  return useMutation({
    mutationFn: (wish: NewToken) => post<MadeToken>(inWorkspace(slug, '/tokens'), wish),
    onSuccess: () => readAnew(slug),
    // The secret need not lie around in memory once its dialog is closed.
    gcTime: 0,
  })
}

/** Ends a token. */
export function useRevokeToken(slug: string, id: string) {
  return useMutation({
    mutationFn: () => remove(inWorkspace(slug, `/tokens/${id}`)),
    onSuccess: () => readAnew(slug),
  })
}

function readAnew(slug: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: tokensQuery(slug).queryKey })
}
