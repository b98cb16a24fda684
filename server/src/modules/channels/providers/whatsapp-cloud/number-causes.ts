import type { Cause } from '../../health/cause.ts'

const examineLater = 'Examine again in a few minutes.'

/** How Meta sees the number and its account. */
export const numberCauses = {
  number_registered: { about: 'number', state: 'good', message: '{number} is registered and belongs to the account.' },
  number_not_found: {
    about: 'number',
    state: 'bad',
    message: 'WhatsApp knows no number with the ID {phoneNumberId}, or the token may not use it.',
    remedy:
      'Compare the phone number ID with the one under WhatsApp → API setup. If it differs, disconnect this channel and connect the number anew; if not, give the system user access to the account.',
  },
  api_address_wrong: {
    about: 'number',
    state: 'bad',
    message: '{reason}',
    remedy: 'Disconnect this channel and connect the number anew without an API address, unless you run one yourself.',
  },
  number_not_in_account: {
    about: 'number',
    state: 'bad',
    message: 'The number does not belong to the WhatsApp business account {wabaId}.',
    remedy:
      'Compare the business account ID with the one under WhatsApp → API setup. The account’s messages go where that account is subscribed.',
  },
  number_not_registered: {
    about: 'number',
    state: 'bad',
    message: 'The number is not registered with the Cloud API; WhatsApp calls it {status}.',
    remedy: 'In Meta’s WhatsApp Manager open Phone numbers, choose the number and finish its registration.',
  },
  number_differs: {
    about: 'number',
    state: 'warning',
    message: 'Behind this ID is {number}, which is not the number that was entered here.',
    remedy: 'Compare the phone number ID with the one under WhatsApp → API setup: customers see {number}.',
  },
  number_hidden: {
    about: 'number',
    state: 'unknown',
    message: 'Can be seen once the access token works.',
  },
  number_unknown: {
    about: 'number',
    state: 'unknown',
    message: 'The number could not be looked up. {reason}',
    remedy: examineLater,
  },
  account_fine: { about: 'account', state: 'good', message: 'WhatsApp has not restricted the account or the number.' },
  account_flagged: {
    about: 'account',
    state: 'warning',
    message: 'WhatsApp has flagged the number: too many customers blocked or reported it.',
    remedy:
      'Write only to people who asked for it, and less often. If quality recovers within seven days the flag goes.',
  },
  account_limited: {
    about: 'account',
    state: 'warning',
    message: 'WhatsApp lets this number send only in part. {reason}',
    remedy: 'Open the number in Meta’s WhatsApp Manager: it names what is missing.',
  },
  account_restricted: {
    about: 'account',
    state: 'bad',
    message: 'WhatsApp has restricted the account. {reason}',
    remedy: 'In Meta’s Business Support Home look at the violation, and ask for a review there.',
  },
  account_banned: {
    about: 'account',
    state: 'bad',
    message: 'WhatsApp has disabled the account. {reason}',
    remedy: 'In Meta’s Business Support Home ask for a review. Until it succeeds nothing can be sent from this number.',
  },
  account_unknown: { about: 'account', state: 'unknown', message: 'WhatsApp did not say how the account stands.' },
  name_approved: { about: 'name', state: 'good', message: 'The display name “{name}” is approved.' },
  name_pending: {
    about: 'name',
    state: 'warning',
    message: 'The display name “{name}” is still being reviewed. Until then customers see the number alone.',
    remedy: 'Nothing to do: Meta usually decides within two days.',
  },
  name_declined: {
    about: 'name',
    state: 'warning',
    message: 'Meta has not accepted the display name “{name}”.',
    remedy: 'In Meta’s WhatsApp Manager, under Phone numbers, enter a name that is recognisably your business’s.',
  },
  name_unknown: {
    about: 'name',
    state: 'unknown',
    message: 'WhatsApp did not say whether the display name is approved.',
  },
  quality_high: { about: 'quality', state: 'good', message: 'Quality is high (green).' },
  quality_unrated: { about: 'quality', state: 'good', message: 'WhatsApp has not rated the number yet.' },
  quality_medium: {
    about: 'quality',
    state: 'warning',
    message: 'Quality is medium (yellow): some customers blocked or reported the number.',
    remedy: 'Write only to people who asked for it; look at which message went out before it fell.',
  },
  quality_low: {
    about: 'quality',
    state: 'bad',
    message: 'Quality is low (red): many customers blocked or reported the number. WhatsApp may limit it.',
    remedy:
      'Stop mass messages from this number now. Answering customers is fine, and lets the rating recover in about a week.',
  },
  quality_unknown: { about: 'quality', state: 'unknown', message: 'The quality could not be asked.' },
  limit_known: {
    about: 'limit',
    state: 'good',
    message: 'May begin conversations with {limit} customers in 24 hours. Answering is not limited.',
  },
  limit_none: { about: 'limit', state: 'good', message: 'May begin conversations with any number of customers.' },
  limit_unknown: { about: 'limit', state: 'unknown', message: 'The messaging limit is not known.' },
  throughput_known: { about: 'throughput', state: 'good', message: 'Up to {perSecond} messages a second.' },
  throughput_unknown: { about: 'throughput', state: 'unknown', message: 'WhatsApp did not say how fast it may send.' },
  templates_running: { about: 'templates', state: 'good', message: 'WhatsApp has not reported a paused template.' },
  templates_paused: {
    about: 'templates',
    state: 'warning',
    message: 'WhatsApp has stopped templates: {names}.',
    remedy: 'Customers rejected them. Change their wording in Meta’s WhatsApp Manager, or use others.',
  },
} as const satisfies Record<string, Cause>
