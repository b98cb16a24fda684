import { useSyncExternalStore } from 'react'

let offlineSince: string | null = navigator.onLine ? null : new Date().toISOString()

/** When the browser lost its connection; null while it has one. */
export function useOfflineSince(): string | null {
  return useSyncExternalStore(subscribe, () => offlineSince)
}

function subscribe(changed: () => void): () => void {
  const update = () => {
    offlineSince = navigator.onLine ? null : (offlineSince ?? new Date().toISOString())
    changed()
  }
  addEventListener('online', update)
  addEventListener('offline', update)
  return () => {
    removeEventListener('online', update)
    removeEventListener('offline', update)
  }
}
