import { storableText } from '#lib/storable-text'
import type { ErrorClass, ProviderError } from '../../provider-error.ts'

interface KnownError {
  readonly codes: readonly number[]
  readonly class: ErrorClass
  readonly word: string
  readonly sentence: string
  readonly retryAfterMs?: number
}

/** Twilio's codes, of answers and of reports alike. Twilio moves them about: they are data. */
const knownErrors: readonly KnownError[] = [
  {
    codes: [20500],
    class: 'ambiguous',
    word: 'provider_unclear',
    sentence: 'Twilio had trouble; the message may have been sent.',
  },
  {
    codes: [20503, 30001, 30010],
    class: 'retry',
    word: 'provider_trouble',
    sentence: 'Twilio could not take the message just now.',
  },
  {
    codes: [20429, 14107, 20009, 30022],
    class: 'throttle',
    word: 'number_throttled',
    sentence: 'Twilio asks this account to slow down.',
  },
  {
    codes: [63018],
    class: 'throttle',
    word: 'pair_throttled',
    sentence: 'Too many messages to this customer in a short time.',
    retryAfterMs: 6_000,
  },

  {
    codes: [20003, 20004, 20006, 20008, 20404],
    class: 'auth',
    word: 'token_invalid',
    sentence: 'Twilio does not accept the account SID with this auth token.',
  },
  {
    codes: [10001, 20005, 30002],
    class: 'auth',
    word: 'account_inactive',
    sentence: 'Twilio has suspended or closed this account.',
  },

  { codes: [30007], class: 'stop_lane', word: 'filtered', sentence: 'A carrier held the message back as unwanted.' },
  {
    codes: [30034, 30032, 30033, 30035],
    class: 'stop_lane',
    word: 'sender_not_registered',
    sentence: 'The number has to be registered with the carriers first (A2P 10DLC or toll-free verification).',
  },
  {
    codes: [21606, 21603, 21212, 21659, 21660],
    class: 'stop_lane',
    word: 'sender_unusable',
    sentence: 'This account can’t send texts from this number.',
  },
  {
    codes: [21703, 21701],
    class: 'stop_lane',
    word: 'service_empty',
    sentence: 'The messaging service has no number to send from.',
  },
  { codes: [20026, 30018], class: 'stop_lane', word: 'funds_missing', sentence: 'Twilio’s account has no funds left.' },

  {
    codes: [21610],
    class: 'consent',
    word: 'opted_out',
    sentence: 'The customer replied STOP: Twilio sends them nothing from this number until they reply START.',
  },

  {
    codes: [21211, 21604, 21614, 21217, 21401],
    class: 'recipient',
    word: 'number_invalid',
    sentence: 'This is not a number that takes texts.',
  },
  {
    codes: [21608],
    class: 'recipient',
    word: 'not_on_test_list',
    sentence: 'A trial account may only write to numbers it has verified.',
  },
  {
    codes: [21408, 21612, 21635],
    class: 'recipient',
    word: 'country_not_allowed',
    sentence: 'This account may not send texts to this country.',
  },
  { codes: [30003], class: 'recipient', word: 'unreachable', sentence: 'The customer’s phone is off or out of reach.' },
  {
    codes: [30004],
    class: 'recipient',
    word: 'blocked',
    sentence: 'The customer’s phone or carrier blocks these texts.',
  },
  { codes: [30005], class: 'recipient', word: 'number_unknown', sentence: 'There is no such number any more.' },
  {
    codes: [30006],
    class: 'recipient',
    word: 'landline',
    sentence: 'The number is a landline, or its carrier can’t be reached by text.',
  },
  {
    codes: [30008],
    class: 'recipient',
    word: 'undeliverable',
    sentence: 'The carrier could not deliver the text and did not say why.',
  },

  {
    codes: [21602, 21617, 21605, 21623, 21619],
    class: 'our_request',
    word: 'request_refused',
    sentence: 'Twilio could not use what was sent.',
  },
  {
    codes: [21609],
    class: 'our_request',
    word: 'report_address_refused',
    sentence: 'Twilio does not accept the address to report to: PUBLIC_URL has to be one that the internet reaches.',
  },
  {
    codes: [30009, 30019, 12300, 11751],
    class: 'media',
    word: 'media_failed',
    sentence: 'The attachment could not be transferred.',
  },
  {
    codes: [63016],
    class: 'window',
    word: 'outside_24h_window',
    sentence: 'More than 24 hours have passed since the customer last wrote on WhatsApp.',
  },
]

const byCode = new Map(knownErrors.flatMap((known) => known.codes.map((code) => [code, known] as const)))
const worthQuoting: readonly ErrorClass[] = ['our_request', 'unknown_code']

/** One of Twilio's errors in our words. A code nobody knows fails and alerts: it is never repeated. */
export function readError(code: number, said?: unknown): ProviderError {
  const known = byCode.get(code)
  const errorClass = known?.class ?? 'unknown_code'
  const quote = typeof said === 'string' && said !== '' && worthQuoting.includes(errorClass)
  return {
    code: known?.word ?? 'unknown_provider_error',
    class: errorClass,
    message:
      (known?.sentence ?? `Twilio reports an error we do not know (${code}).`) +
      (quote ? ` It says: “${storableText(said.slice(0, 300))}”` : ''),
    providerCode: code,
    ...(known?.retryAfterMs ? { retryAfterMs: known.retryAfterMs } : {}),
  }
}
