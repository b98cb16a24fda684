import { QueryClient } from '@tanstack/react-query'
import { Refused } from './api.ts'

/** The cache of everything read from the server; live facts keep it fresh, so it refetches little by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => isWorthRetrying(error) && failures < 2,
    },
    mutations: { networkMode: 'always' },
  },
})

/** True when the same request may well succeed a moment later. */
export function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof Refused)) return false
  return error.status === 0 || error.status >= 502 || error.code === 'idempotency_in_progress'
}

/** True when the session is over and the person must sign in again. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof Refused && error.status === 401 && error.code !== 'wrong_credentials'
}
