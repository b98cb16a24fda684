import { setInterval as ticks } from 'node:timers/promises'

export interface Rhythm {
  readonly perSecond: number
  /** Ends after so many; without it, when the signal aborts. */
  readonly times?: number
  readonly signal?: AbortSignal
}

/** Begins an act again and again at a steady rate, however long each takes; at the end waits for all of them. */
export async function steadily<T>(
  { perSecond, times = Number.POSITIVE_INFINITY, signal }: Rhythm,
  act: (index: number) => Promise<T>,
): Promise<T[]> {
  const begun: Promise<T>[] = []
  const start = performance.now()
  for await (const _ of ticks(5)) {
    if (signal?.aborted || begun.length >= times) break
    // By the clock, not by the tick: a late tick makes up for what it missed.
    const due = Math.min(times, Math.ceil(((performance.now() - start) / 1_000) * perSecond))
    while (begun.length < due) begun.push(act(begun.length))
  }
  return Promise.all(begun)
}
