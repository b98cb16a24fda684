import type { Cause } from '../../health/cause.ts'

const examineLater = 'Examine again in a few minutes.'
const newToken =
  'At Meta, under Business settings → System users, generate a token with whatsapp_business_messaging and ' +
  'whatsapp_business_management. Enter it below, under Keys.'

/** Whether Meta lets us in, and whether what comes is really from Meta. */
export const accessCauses = {
  token_works: { about: 'token', state: 'good', message: 'WhatsApp accepts the access token. It does not expire.' },
  token_works_until: {
    about: 'token',
    state: 'good',
    message: 'WhatsApp accepts the access token. It expires {until}.',
  },
  token_accepted: {
    about: 'token',
    state: 'good',
    message: 'WhatsApp accepts the access token. When it expires could not be learned.',
  },
  token_expires_soon: {
    about: 'token',
    state: 'warning',
    message: 'The access token expires {until}. After that nothing can be sent.',
    remedy: `Replace it before then, best by one that does not expire. ${newToken}`,
    act: 'replace_token',
  },
  token_expired: {
    about: 'token',
    state: 'bad',
    message: 'WhatsApp no longer accepts the access token: it expired or was revoked. Nothing can be sent.',
    remedy: `${newToken} What waits to be sent then goes out by itself.`,
    act: 'replace_token',
  },
  token_unknown: {
    about: 'token',
    state: 'unknown',
    message: 'Whether the access token works could not be asked. {reason}',
    remedy: examineLater,
  },
  scopes_granted: {
    about: 'scopes',
    state: 'good',
    message: 'The token may send messages and look after the account.',
  },
  scope_messaging_missing: {
    about: 'scopes',
    state: 'bad',
    message: 'The token lacks the permission whatsapp_business_messaging, so it can’t send messages.',
    remedy: newToken,
    act: 'replace_token',
  },
  scope_management_missing: {
    about: 'scopes',
    state: 'warning',
    message:
      'The token lacks the permission whatsapp_business_management: it sends, but can’t subscribe to messages or see the number’s quality.',
    remedy: newToken,
    act: 'replace_token',
  },
  scopes_unknown: { about: 'scopes', state: 'unknown', message: 'WhatsApp did not say what the token may do.' },
  secret_right: { about: 'secret', state: 'good', message: 'WhatsApp accepts the app secret.' },
  secret_wrong: {
    about: 'secret',
    state: 'bad',
    message: 'The app secret is not the one of the app the token belongs to: what that app signs is refused.',
    remedy: 'At Meta, under App settings → Basic, show the app secret and put it in the place of the one kept here.',
    act: 'replace_secret',
  },
  secret_unproven: {
    about: 'secret',
    state: 'unknown',
    message: 'Whether the app secret is right could not be asked. The next signed event shows it.',
  },
  signatures_right: { about: 'signatures', state: 'good', message: 'No webhook was refused for its signature lately.' },
  signatures_refused: {
    about: 'signatures',
    state: 'bad',
    message:
      '{count} webhooks were refused, the last one {last}: they were not signed with the app secret that is kept here. The app secret is wrong, or was changed at Meta.',
    remedy:
      'At Meta, under App settings → Basic, show the app secret and put it in the place of the one kept here. WhatsApp sends what was refused again for up to seven days.',
    act: 'replace_secret',
  },
  signatures_refused_before: {
    about: 'signatures',
    state: 'warning',
    message: '{count} webhooks were refused for their signature, the last one {last}; others came in since.',
    remedy: 'If the app secret was just changed at Meta, nothing is to be done: what was refused comes again.',
  },
} as const satisfies Record<string, Cause>
