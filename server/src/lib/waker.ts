import { EventEmitter } from 'node:events'

/** Wakes whoever waits in this process. What other processes do is found by the wait's own deadline. */
export interface Waker {
  wake(): void
  /** Resolves at the next wake, after the given milliseconds, or when the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

export function waker(): Waker {
  const emitter = new EventEmitter().setMaxListeners(0)
  return {
    wake: () => void emitter.emit('wake'),
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer)
          emitter.off('wake', done)
          signal.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, milliseconds)
        emitter.once('wake', done)
        signal.addEventListener('abort', done, { once: true })
        if (signal.aborted) done()
      }),
  }
}
