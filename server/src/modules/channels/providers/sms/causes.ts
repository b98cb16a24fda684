import type { Cause } from '../../health/cause.ts'

const examineLater = 'Examine again in a few minutes.'
const consoleToken = 'In Twilio’s console, on the first page, show the auth token and enter it below, under Keys.'

/** What can be found about a number for SMS. */
export const smsCauses = {
  sms_keys_work: { about: 'token', state: 'good', message: 'Twilio accepts the account SID and the auth token.' },
  sms_keys_wrong: {
    about: 'token',
    state: 'bad',
    message: 'Twilio does not accept the account SID with this auth token. Nothing can be sent.',
    remedy: `${consoleToken} What waits to be sent then goes out by itself.`,
    act: 'replace_token',
  },
  sms_keys_unknown: {
    about: 'token',
    state: 'unknown',
    message: 'Whether the keys work could not be asked. {reason}',
    remedy: examineLater,
  },
  sms_account_active: { about: 'account', state: 'good', message: 'The Twilio account is active.' },
  sms_account_trial: {
    about: 'account',
    state: 'warning',
    message:
      'This is a trial account: it reaches only numbers you verified, and every text begins with Twilio’s notice.',
    remedy: 'Upgrade the account in Twilio’s console before customers write.',
  },
  sms_account_suspended: {
    about: 'account',
    state: 'bad',
    message: 'Twilio calls the account {status}. Nothing can be sent.',
    remedy: 'Twilio’s console says why on its first page, and what to do.',
  },
  sms_account_unknown: { about: 'account', state: 'unknown', message: 'Can be seen once the keys work.' },
  sms_number_ours: { about: 'number', state: 'good', message: '{number} belongs to the account and takes texts.' },
  sms_number_silent: {
    about: 'number',
    state: 'bad',
    message: '{number} belongs to the account but carries no texts.',
    remedy: 'In Twilio’s console get a number with SMS, and connect that one.',
  },
  sms_number_not_found: {
    about: 'number',
    state: 'bad',
    message: '{number} is not a number of this account.',
    remedy:
      'Compare it with Phone numbers → Active numbers in Twilio’s console, and the account SID with the first page.',
  },
  sms_number_unknown: {
    about: 'number',
    state: 'unknown',
    message: 'The sender could not be looked up. {reason}',
    remedy: examineLater,
  },
  sms_short_code: { about: 'number', state: 'good', message: 'Texts go out from the short code {number}.' },
  sms_name_unanswerable: {
    about: 'number',
    state: 'warning',
    message: 'Texts go out in the name of {number}. Customers can’t answer a name, and some countries don’t show it.',
    remedy: 'Use a number where customers should be able to answer.',
  },
  sms_service_found: { about: 'number', state: 'good', message: 'The messaging service is there: {name}.' },
  sms_service_not_found: {
    about: 'number',
    state: 'bad',
    message: 'The account has no messaging service with this SID.',
    remedy: 'Compare it with Messaging → Services in Twilio’s console.',
  },
  sms_webhook_ours: { about: 'webhook', state: 'good', message: 'Twilio sends what customers write here.' },
  sms_webhook_not_set: {
    about: 'webhook',
    state: 'bad',
    message: 'Twilio has not been told where to send what customers write.',
    remedy: 'Set the address with the button here.',
    act: 'set_webhook',
  },
  sms_webhook_elsewhere: {
    about: 'webhook',
    state: 'bad',
    message: 'Twilio sends what customers write to {address}, not here.',
    remedy: 'Set the address with the button here, unless another program is meant to have them.',
    act: 'set_webhook',
  },
  sms_webhook_by_number: {
    about: 'webhook',
    state: 'warning',
    message: 'The messaging service leaves it to each of its numbers where to send what customers write.',
    remedy: 'Set the address for the whole service with the button here, or at every number in Twilio’s console.',
    act: 'set_webhook',
  },
  sms_webhook_unknown: {
    about: 'webhook',
    state: 'unknown',
    message: 'Where Twilio sends what customers write can be seen once the number is found.',
  },
  sms_reach_answers: { about: 'reach', state: 'good', message: 'The webhook’s address answers.' },
  sms_reach_not_https: {
    about: 'reach',
    state: 'bad',
    message: 'The webhook’s address {address} is not https.',
    remedy: 'Put Frontdesk behind a proxy with a certificate and set PUBLIC_URL to its https address.',
  },
  sms_reach_private: {
    about: 'reach',
    state: 'bad',
    message: 'The webhook’s address {address} leads to a private address, which Twilio can’t reach.',
    remedy: 'Set PUBLIC_URL to the address under which this server is reached from the internet.',
  },
  sms_reach_failed: {
    about: 'reach',
    state: 'warning',
    message: 'The webhook’s address {address} did not answer this server.',
    remedy: 'If texts arrive, nothing is wrong. Otherwise check the name, the certificate and the firewall.',
  },
  sms_reach_wrong_answer: {
    about: 'reach',
    state: 'bad',
    message: 'At the webhook’s address {address} something else answers ({status}), not this channel.',
    remedy: 'Check that PUBLIC_URL and the proxy in front lead to this Frontdesk, with the path unchanged.',
  },
  sms_signatures_right: {
    about: 'signatures',
    state: 'good',
    message: 'No webhook was refused for its signature lately.',
  },
  sms_signatures_refused: {
    about: 'signatures',
    state: 'bad',
    message:
      '{count} webhooks were refused, the last one {last}: they were not signed with the auth token that is kept here, or for another address.',
    remedy: `${consoleToken} If it is the same, check that PUBLIC_URL is the very address that Twilio calls.`,
    act: 'replace_token',
  },
  sms_signatures_refused_before: {
    about: 'signatures',
    state: 'warning',
    message: '{count} webhooks were refused for their signature, the last one {last}; others came in since.',
    remedy: 'If the auth token was just changed at Twilio, nothing is to be done.',
  },
} as const satisfies Record<string, Cause>
