import type { FakeEvents } from './types.ts'

type Listener = (detail: never) => void

/** Tells everybody who listens; `on` answers how to stop listening. */
export class Events {
  readonly #listeners = new Map<keyof FakeEvents, Set<Listener>>()

  on<Name extends keyof FakeEvents>(event: Name, listener: (detail: FakeEvents[Name]) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener))
    return () => void listeners.delete(listener)
  }

  tell<Name extends keyof FakeEvents>(event: Name, detail: FakeEvents[Name]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(detail as never)
  }
}
