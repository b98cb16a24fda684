import { useSyncExternalStore } from 'react'

export interface Toast {
  words: string
  isTrouble?: boolean
  /** The way back, while it stands there. */
  undo?: (() => void) | undefined
}

const lasting = 8_000
let shown: Toast | null = null
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

/** Says what was done, for a while; a newer word takes its place. */
export function toast(next: Toast | null): void {
  shown = next
  clearTimeout(timer)
  if (next) timer = setTimeout(() => toast(null), lasting)
  for (const changed of listeners) changed()
}

/** Takes back what was said last, if it can be. */
export function undoLast(): void {
  const undo = shown?.undo
  toast(null)
  undo?.()
}

/** What is being said. */
export function useToast(): Toast | null {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => shown,
  )
}
