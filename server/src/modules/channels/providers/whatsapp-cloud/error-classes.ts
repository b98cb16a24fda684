import type { ErrorClass } from '../../provider-error.ts'

/** One row: codes that mean the same to us, the word we keep, and the sentence somebody at the front desk reads. */
export interface KnownError {
  readonly codes: readonly number[]
  readonly class: ErrorClass
  readonly word: string
  readonly sentence: string
  readonly retryAfterMs?: number
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Meta's error codes, wherever they come from: the answer to a call, a status, a message or a whole webhook. */
export const knownErrors: readonly KnownError[] = [
  // Trouble on their side that passes.
  {
    codes: [1, 2, 131000, 131016, 135000],
    class: 'retry',
    word: 'provider_trouble',
    sentence: 'WhatsApp had trouble on its side.',
  },
  {
    codes: [131057],
    class: 'retry',
    word: 'number_in_maintenance',
    sentence: 'WhatsApp is upgrading this number.',
    retryAfterMs: 60_000,
  },
  { codes: [138004, 138007], class: 'retry', word: 'call_not_connected', sentence: 'The call could not be connected.' },

  // Too much at once.
  { codes: [4, 80007], class: 'throttle', word: 'api_throttled', sentence: 'WhatsApp asks this account to slow down.' },
  {
    codes: [130429],
    class: 'throttle',
    word: 'number_throttled',
    sentence: 'This number sends faster than WhatsApp allows.',
  },
  {
    codes: [131056],
    class: 'throttle',
    word: 'pair_throttled',
    sentence: 'Too many messages to this customer in a short time.',
    retryAfterMs: 6_000,
  },
  { codes: [132069], class: 'throttle', word: 'flow_throttled', sentence: 'WhatsApp has throttled this flow.' },
  {
    codes: [613, 138002, 138005, 138009, 138012, 138013],
    class: 'throttle',
    word: 'calls_throttled',
    sentence: 'WhatsApp’s limit of calls has been reached.',
  },

  // The number or the account can't send until somebody acts.
  {
    codes: [131048],
    class: 'stop_lane',
    word: 'spam_limited',
    sentence: 'WhatsApp has limited this number because messages were reported as spam.',
  },
  {
    codes: [368],
    class: 'stop_lane',
    word: 'policy_blocked',
    sentence: 'WhatsApp has blocked this account for a policy violation.',
  },
  { codes: [131031], class: 'stop_lane', word: 'account_locked', sentence: 'WhatsApp has locked this account.' },
  {
    codes: [130497],
    class: 'stop_lane',
    word: 'country_restricted',
    sentence: 'WhatsApp does not let this account write to this country.',
  },
  {
    codes: [131064],
    class: 'stop_lane',
    word: 'templates_capped',
    sentence: 'WhatsApp has capped this account for wrongly categorised templates.',
  },
  {
    codes: [131042, 131044],
    class: 'stop_lane',
    word: 'payment_problem',
    sentence: 'WhatsApp reports a problem with the account’s payment method.',
  },
  {
    codes: [131045],
    class: 'stop_lane',
    word: 'certificate_problem',
    sentence: 'The number’s certificate is not valid; register the number again.',
  },
  {
    codes: [133010],
    class: 'stop_lane',
    word: 'number_not_registered',
    sentence: 'The number is not registered with the Cloud API.',
  },
  {
    codes: [133016],
    class: 'stop_lane',
    word: 'registration_blocked',
    sentence: 'The number was registered too often; WhatsApp blocks it for a while.',
  },
  {
    codes: [131037],
    class: 'stop_lane',
    word: 'display_name_missing',
    sentence: 'The number’s display name has to be approved first.',
  },

  // The access token or its rights.
  { codes: [190], class: 'auth', word: 'token_invalid', sentence: 'The access token is no longer valid.' },
  {
    codes: [0, 3, 10, ...range(200, 299), 131005],
    class: 'auth',
    word: 'access_denied',
    sentence: 'The access token may not use this number.',
  },

  // What we asked for was wrong.
  {
    codes: [100, 131008, 131009, 131051, 132000, 132005, 132007, 132008, 132012, 132018],
    class: 'our_request',
    word: 'request_refused',
    sentence: 'WhatsApp could not use what was sent.',
  },
  { codes: [131021], class: 'our_request', word: 'sent_to_itself', sentence: 'A number can’t write to itself.' },
  {
    codes: [138000, 138018],
    class: 'our_request',
    word: 'calls_not_enabled',
    sentence: 'Calls are not enabled for this number.',
  },
  {
    codes: [...range(139000, 139004), ...range(139100, 139103), 131020, 131041, 131059, 131201, 131202],
    class: 'our_request',
    word: 'management_refused',
    sentence: 'WhatsApp refused to change this.',
  },

  // The template.
  {
    codes: [132001],
    class: 'template',
    word: 'template_missing',
    sentence: 'This template does not exist in this language.',
  },
  { codes: [132015], class: 'template', word: 'template_paused', sentence: 'WhatsApp has paused this template.' },
  { codes: [132016], class: 'template', word: 'template_disabled', sentence: 'WhatsApp has disabled this template.' },
  { codes: [132068], class: 'template', word: 'flow_blocked', sentence: 'WhatsApp has blocked this flow.' },
  {
    codes: [131063],
    class: 'template',
    word: 'marketing_off',
    sentence: 'Marketing messages are turned off for this account.',
  },

  // The one it was for.
  {
    codes: [131026],
    class: 'recipient',
    word: 'undeliverable',
    sentence: 'The message can’t be delivered to this number.',
  },
  {
    codes: [131030],
    class: 'recipient',
    word: 'not_on_test_list',
    sentence: 'This test number may only write to the numbers on its list.',
  },
  {
    codes: [130472],
    class: 'recipient',
    word: 'recipient_in_experiment',
    sentence: 'WhatsApp holds messages to this customer back as part of an experiment.',
  },
  {
    codes: [131049],
    class: 'recipient',
    word: 'marketing_limit',
    sentence: 'This customer has had enough marketing messages for now.',
  },
  {
    codes: [137000],
    class: 'recipient',
    word: 'identity_changed',
    sentence: 'The customer’s identity has changed and has to be confirmed.',
  },
  {
    codes: [138001, 138003, 138006],
    class: 'recipient',
    word: 'not_callable',
    sentence: 'The customer can’t be called now.',
  },

  {
    codes: [131047],
    class: 'window',
    word: 'outside_24h_window',
    sentence: 'More than 24 hours have passed since the customer last wrote.',
  },
  {
    codes: [131050],
    class: 'consent',
    word: 'marketing_stopped',
    sentence: 'The customer has stopped marketing messages.',
  },
  {
    codes: [131014, 131052, 131053],
    class: 'media',
    word: 'media_failed',
    sentence: 'The attachment could not be transferred.',
  },
  {
    codes: [131062],
    class: 'identity',
    word: 'user_id_not_supported',
    sentence: 'This kind of message needs the customer’s phone number.',
  },
]
