import { useMutation } from '@tanstack/react-query'
import { inWorkspace, patch, post, remove } from '../../../lib/api.ts'
import type { NewView, SavedView, ViewChange } from '../../../lib/api-types.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { viewCountsQuery, viewsQuery } from '../queries.ts'

/** Keeps, changes and deletes views of the inbox. */
export function useViewActs(slug: string) {
  const onSuccess = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: viewsQuery(slug).queryKey }),
      queryClient.invalidateQueries({ queryKey: viewCountsQuery(slug).queryKey }),
    ])
  const save = useMutation({
    mutationFn: (view: NewView) => post<SavedView>(inWorkspace(slug, '/views'), view),
    onSuccess,
  })
  const change = useMutation({
    mutationFn: ({ id, ...wish }: ViewChange & { id: string }) =>
      patch<SavedView | null>(inWorkspace(slug, `/views/${id}`), wish),
    onSuccess,
  })
  const discard = useMutation({ mutationFn: (id: string) => remove(inWorkspace(slug, `/views/${id}`)), onSuccess })
  return { save, change, discard }
}
