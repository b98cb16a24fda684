import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../lib/api.ts'
import type { Account, Session } from './types.ts'

/** My account, for its own page. */
export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: () => get<Account>('/account'),
  staleTime: 0,
})

/** Where I am signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: async () => (await get<{ items: Session[] }>('/account/sessions')).items,
  staleTime: 0,
})
