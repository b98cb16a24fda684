import { setTimeout as delay } from 'node:timers/promises'

/** Work that goes on in the background: can be waited for, and ends early when the fake closes. */
export class UnderWay {
  readonly #closing = new AbortController()
  readonly #work = new Set<Promise<unknown>>()

  get signal(): AbortSignal {
    return this.#closing.signal
  }

  watch<T>(work: Promise<T>): Promise<T> {
    this.#work.add(work)
    const forget = () => void this.#work.delete(work)
    work.then(forget, forget)
    return work
  }

  /** Answers false when the fake closed meanwhile. */
  async pause(milliseconds: number): Promise<boolean> {
    if (this.signal.aborted) return false
    try {
      await delay(milliseconds, undefined, { signal: this.signal })
      return true
    } catch {
      return false
    }
  }

  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work)
  }

  stop(): void {
    this.#closing.abort()
  }
}
