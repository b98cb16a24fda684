/** Clocks differ a little; more than this ahead of us is no time. */
const tolerance = 5 * 60_000

/** A time in seconds, written as text or as a number. What makes no sense, 0 and the future included, is the time of receipt. */
export function readTime(seconds: unknown, receivedAt: Date): Date {
  const isWritten = typeof seconds === 'number' || (typeof seconds === 'string' && /^\d{1,15}$/.test(seconds))
  const milliseconds = isWritten ? Math.round(Number(seconds) * 1000) : Number.NaN
  const isSensible = milliseconds > 0 && milliseconds <= receivedAt.getTime() + tolerance
  return isSensible ? new Date(milliseconds) : receivedAt
}
