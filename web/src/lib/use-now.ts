import { useSyncExternalStore } from 'react'

const every = 15_000
const listeners = new Set<() => void>()
let now = new Date()
let timer: ReturnType<typeof setInterval> | undefined

/** The time, kept within a quarter of a minute; one timer for the whole page. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => now)
}

/** What `select` makes of the time; renders again only when that has changed. */
export function useFromNow<T extends string | number | boolean | null>(select: (now: Date) => T): T {
  return useSyncExternalStore(subscribe, () => select(now))
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  timer ??= setInterval(tick, every)
  return () => {
    listeners.delete(changed)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick() {
  now = new Date()
  for (const changed of listeners) changed()
}
