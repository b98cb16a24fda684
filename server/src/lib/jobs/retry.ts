/** Milliseconds to wait after the given number of failures: doubling from half a second to five minutes, spread by up to a half. */
export function waitBeforeRetry(failures: number, random: () => number = Math.random): number {
  const full = Math.min(500 * 2 ** Math.max(0, failures - 1), 300_000)
  return Math.round(full * (0.5 + random() / 2))
}
