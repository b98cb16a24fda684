import type { Clock } from '#lib/clock'

export interface SettableClock extends Clock {
  set(to: Date): void
  advance(milliseconds: number): void
}

/** A clock that stands still until a test moves it. */
export function standingClock(start: Date): SettableClock {
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

/** The real time, which a test can still put forward: for flows in which real processes wait for each other. */
export function runningClock(): SettableClock {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead),
    set(to) {
      ahead = to.getTime() - Date.now()
    },
    advance(milliseconds) {
      ahead += milliseconds
    },
  }
}
