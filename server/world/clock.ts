import type { Clock } from '#lib/clock'

export interface SettableClock extends Clock {
  set(to: Date): void
  advance(milliseconds: number): void
}

/** A clock that stands still until a test moves it. */
export function settableClock(start: Date): SettableClock {
  let present = start
  return {
    now: () => new Date(present),
    set(to) {
      present = to
    },
    advance(milliseconds) {
      present = new Date(present.getTime() + milliseconds)
    },
  }
}
