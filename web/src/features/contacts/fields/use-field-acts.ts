import { useMutation } from '@tanstack/react-query'
import { inWorkspace, patch, post } from '../../../lib/api.ts'
import type { Field, FieldChange, NewField } from '../../../lib/api-types.ts'
import { refreshPeople } from '../use-contact-acts.ts'

/** Adds a field. */
export const useDefineField = (slug: string) =>
  useMutation({
    mutationFn: (wish: NewField) => post<Field>(inWorkspace(slug, '/contacts/fields'), wish),
    onSuccess: () => refreshPeople(slug),
  })

/** Changes one, archives it or takes it back. */
export const useChangeField = (slug: string, id: string) =>
  useMutation({
    mutationFn: (wish: FieldChange) => patch<Field>(inWorkspace(slug, `/contacts/fields/${id}`), wish),
    onSuccess: () => refreshPeople(slug),
  })
