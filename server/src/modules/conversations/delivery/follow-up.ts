import type { ProviderError } from '#channels'

const mostTries = 5
const second = 1_000
const longestThrottle = 4 ** 6 * second

/** What follows when the provider says no: again after a while, kept until the channel works, or never. */
export type FollowUp =
  | { readonly kind: 'again'; readonly afterMs: number; readonly counts: 'tries' | 'throttles' }
  | { readonly kind: 'hold' }
  | { readonly kind: 'fail' }

export interface SoFar {
  readonly tries: number
  readonly throttles: number
}

/**
 * Decides by the class of the error. Failures that pass are tried five times at most, after waits that double. Being told
 * to slow down is no try: the wait grows fourfold, as WhatsApp asks for, and ends at the latest with the 24-hour window.
 */
export function followUp(
  error: ProviderError,
  { tries, throttles }: SoFar,
  retryBase: number,
  random: () => number = Math.random,
): FollowUp {
  const least = error.retryAfterMs ?? 0
  switch (error.class) {
    case 'retry': {
      if (tries + 1 >= mostTries) return { kind: 'fail' }
      const afterMs = Math.max(least, retryBase * 2 ** tries * (0.5 + random() / 2))
      return { kind: 'again', afterMs, counts: 'tries' }
    }
    case 'throttle': {
      const asked = Math.max(least, Math.min(4 ** throttles * second, longestThrottle))
      // Spread, so that all conversations of a throttled number don't come back at the same moment.
      return { kind: 'again', afterMs: asked * (1 + random() / 4), counts: 'throttles' }
    }
    case 'auth':
    case 'stop_lane':
      return { kind: 'hold' }
    case 'our_request':
    case 'template':
    case 'recipient':
    case 'window':
    case 'consent':
    case 'media':
    case 'identity':
    case 'unknown_code':
    case 'ambiguous':
      return { kind: 'fail' }
    default: {
      const never: never = error.class
      return never
    }
  }
}
