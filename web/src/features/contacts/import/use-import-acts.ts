import { useMutation } from '@tanstack/react-query'
import { inWorkspace, post, postFile, remove } from '../../../lib/api.ts'
import type { Import, ImportPlan } from '../../../lib/api-types.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { importQuery } from '../queries.ts'

/** Uploads a file; nobody is imported by that. */
export const useUpload = (slug: string) =>
  useMutation({
    mutationFn: (file: File) =>
      postFile<Import>(inWorkspace(slug, '/contacts/imports'), file, { query: { fileName: file.name } }),
    onSuccess: (one) => shown(slug, one),
  })

/** Asks what importing would do. */
export const useCheck = (slug: string, id: string) =>
  useMutation({
    mutationFn: (plan: ImportPlan) => post<Import>(inWorkspace(slug, `/contacts/imports/${id}/check`), plan),
    onSuccess: (one) => shown(slug, one),
  })

/** Does it. */
export const useStart = (slug: string, id: string) =>
  useMutation({
    mutationFn: () => post<Import>(inWorkspace(slug, `/contacts/imports/${id}/start`)),
    onSuccess: (one) => shown(slug, one),
  })

/** Stops it where it stands. */
export const useCancel = (slug: string, id: string) =>
  useMutation({
    mutationFn: () => remove(inWorkspace(slug, `/contacts/imports/${id}`)),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['w', slug, 'contacts', 'imports'] }),
  })

function shown(slug: string, one: Import): void {
  queryClient.setQueryData(importQuery(slug, one.id).queryKey, one)
  queryClient.invalidateQueries({ queryKey: ['w', slug, 'contacts', 'imports', 'list'] })
}
