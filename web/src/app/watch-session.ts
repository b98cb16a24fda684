import type { QueryClient } from '@tanstack/react-query'
import { isSignedOut } from '../lib/query-client.ts'

/** Calls `onOver` whenever the server says that nobody is signed in any more. */
export function watchSession(client: QueryClient, onOver: () => void): void {
  client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error' && isSignedOut(event.action.error)) onOver()
  })
  client.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error' && isSignedOut(event.action.error)) onOver()
  })
}
