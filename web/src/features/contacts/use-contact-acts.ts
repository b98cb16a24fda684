import { useMutation } from '@tanstack/react-query'
import { inWorkspace, patch, post, remove } from '../../lib/api.ts'
import type { Contact, ContactChange, NewContact } from '../../lib/api-types.ts'
import { queryClient } from '../../lib/query-client.ts'
import { contactQuery } from './queries.ts'

/** Adds a person. */
export const useAddContact = (slug: string) =>
  useMutation({
    mutationFn: (wish: NewContact) => post<Contact>(inWorkspace(slug, '/contacts'), wish),
    onSuccess: (contact) => shown(slug, contact.id, contact),
  })

/** Changes what is known of a person. */
export const useChangeContact = (slug: string, id: string) =>
  useMutation({
    mutationFn: (wish: ContactChange) => patch<Contact>(inWorkspace(slug, `/contacts/${id}`), wish),
    onSuccess: (contact) => shown(slug, id, contact),
  })

/** Takes a number or an address from a person. */
export const useRemoveIdentity = (slug: string, id: string) =>
  useMutation({
    mutationFn: (identityId: string) => remove(inWorkspace(slug, `/contacts/${id}/identities/${identityId}`)),
    onSuccess: () => refreshPeople(slug),
  })

/** Says that two contacts are one person; answers who stays. */
export const useMerge = (slug: string) =>
  useMutation({
    mutationFn: ({ id, into }: { id: string; into: string }) =>
      post<Contact>(inWorkspace(slug, `/contacts/${id}/merge`), { into }),
    onSuccess: (contact) => shown(slug, contact.id, contact),
  })

/** Makes a merged contact a person of its own again. */
export const useUnmerge = (slug: string) =>
  useMutation({
    mutationFn: (id: string) => post<Contact>(inWorkspace(slug, `/contacts/${id}/unmerge`)),
    onSuccess: (contact) => shown(slug, contact.id, contact),
  })

/** Reads again whatever shows people: names and numbers stand in conversations too. */
export function refreshPeople(slug: string): Promise<unknown> {
  queryClient.invalidateQueries({ queryKey: ['w', slug, 'conversations'] })
  return queryClient.invalidateQueries({ queryKey: ['w', slug, 'contacts'] })
}

function shown(slug: string, id: string, contact: Contact): void {
  queryClient.setQueryData(contactQuery(slug, id).queryKey, contact)
  refreshPeople(slug)
}
