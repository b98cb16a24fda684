import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

/** What the palette offers: everything, or the choices of one act on some conversations. */
export type PalettePage = 'root' | 'assign' | 'label' | 'snooze' | 'snooze-at'

export interface Asked {
  page: PalettePage
  /** The conversations it is about. */
  ids: readonly string[]
}

let asked: Asked | null = null
let cameFrom: Element | null = null
const listeners = new Set<() => void>()

/** Opens the palette at a page. */
export function openPalette(next: Asked): void {
  if (!asked) cameFrom = document.activeElement
  tell(next)
}

/** Closes it. The focus is back where it was before anything else happens: what comes next may move that place. */
export function closePalette(): void {
  if (!asked) return
  flushSync(() => tell(null))
  if (cameFrom instanceof HTMLElement) cameFrom.focus()
  cameFrom = null
}

function tell(next: Asked | null): void {
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
