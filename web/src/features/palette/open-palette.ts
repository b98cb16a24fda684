import { useSyncExternalStore } from 'react'

/** What the palette offers: everything, or the choices of one act on some conversations. */
export type PalettePage = 'root' | 'assign' | 'label' | 'snooze' | 'snooze-at'

export interface Asked {
  page: PalettePage
  /** The conversations it is about. */
  ids: readonly string[]
}

let asked: Asked | null = null
const listeners = new Set<() => void>()

/** Opens the palette at a page, or closes it. */
export function openPalette(next: Asked | null): void {
  asked = next
  for (const changed of listeners) changed()
}

/** What the palette was opened for; null while it is closed. */
export function useAsked(): Asked | null {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => asked,
  )
}
