/** What kind of failure it is, and with it what may be done about it (see `actions` in error-classes.ts). */
export type ErrorClass =
  | 'retry'
  | 'throttle'
  | 'stop_lane'
  | 'auth'
  | 'our_request'
  | 'template'
  | 'recipient'
  | 'window'
  | 'consent'
  | 'media'
  | 'identity'
  | 'unknown_code'
  | 'ambiguous'

/** A provider's failure in our words: it is kept on the row it belongs to. */
export interface ProviderError {
  /** Our word, such as `provider_timeout`, `outside_24h_window`, `number_throttled`. */
  readonly code: string
  readonly class: ErrorClass
  /** A sentence for the person who reads it. */
  readonly message: string
  readonly providerCode?: number
  /** The least time to wait before the next try, where the provider or its documentation names one. */
  readonly retryAfterMs?: number
}

/** What follows from a failure. Whoever repeats, pauses or gives up asks this table, not a provider's code. */
export type Action =
  | 'retry_with_backoff'
  | 'reschedule'
  | 'pause_channel'
  | 'reconnect_channel'
  | 'wait_for_receipt'
  | 'fail'
  | 'fail_and_alert'

export const actions: Readonly<Record<ErrorClass, Action>> = {
  retry: 'retry_with_backoff',
  throttle: 'reschedule',
  stop_lane: 'pause_channel',
  auth: 'reconnect_channel',
  ambiguous: 'wait_for_receipt',
  our_request: 'fail',
  template: 'fail',
  recipient: 'fail',
  window: 'fail',
  consent: 'fail',
  media: 'fail',
  identity: 'fail',
  unknown_code: 'fail_and_alert',
}
