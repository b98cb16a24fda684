import { setTimeout as delay } from 'node:timers/promises'

/** Looks again and again until it is so. Gives up after the given seconds, saying what did not come. */
export async function until(what: string, isSo: () => Promise<boolean>, seconds = 90): Promise<void> {
  const begun = performance.now()
  while (!(await isSo())) {
    if (performance.now() - begun > seconds * 1_000) throw new Error(`${what}: not within ${seconds} seconds`)
    await delay(200)
  }
}
