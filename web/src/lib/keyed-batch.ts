/**
 * Runs an act per key after a short wait, so that a burst becomes one. While it runs, further calls become one more
 * run. An act that fails is left to the next call.
 */
export function keyedBatch(wait: number): (key: string, act: () => Promise<unknown>) => void {
  const states = new Map<string, { isRunning: boolean; again: (() => Promise<unknown>) | null }>()

  const run = async (key: string, act: () => Promise<unknown>) => {
    const state = states.get(key)
    if (!state) return
    state.isRunning = true
    state.again = null
    await act().catch(() => undefined)
    if (state.again) await run(key, state.again)
    else states.delete(key)
  }

  return (key, act) => {
    const state = states.get(key)
    if (state) {
      if (state.isRunning) state.again = act
      return
    }
    states.set(key, { isRunning: false, again: null })
    setTimeout(() => run(key, act), wait)
  }
}
