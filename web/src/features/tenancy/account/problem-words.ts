const words: Readonly<Record<string, string>> = {
  oidc_cancelled: 'You did not sign in there. Try again, or use your password.',
  oidc_failed: 'Signing in there did not work. Try again, or use your password.',
  email_unverified: 'That service has not confirmed your email address. Confirm it there first, or use your password.',
  link_first:
    'There is an account with this address already. Sign in with its password, then link the two on your account’s page.',
  linked_elsewhere: 'That sign-in belongs to another account here.',
  sign_up_closed: 'This installation takes no new accounts. Ask its owner for an invitation.',
  email_taken: 'There is an account with this address already. Sign in with its password.',
  not_found: 'This invitation can’t be used any more. Ask whoever invited you for a new one.',
  invalid_input: 'The invitation is for another address.',
  not_signed_in: 'You were signed out meanwhile. Sign in and try again.',
  too_many_requests: 'That was too often. Wait a little and try again.',
}

/** What came of a visit to another service, for who came back without success; nothing when all is well. */
export function problemWords(code: string | undefined): string | undefined {
  if (!code) return undefined
  return words[code] ?? 'That did not work. Try again, or use your password.'
}
