import { Refusal } from '#lib/refusal'

export class SlugTaken extends Refusal {
  constructor(slug: string) {
    super('slug_taken', 409, `The address “${slug}” is taken. Choose another one.`, {
      errors: [{ path: 'slug', message: 'This address is taken.', code: 'slug_taken' }],
    })
  }
}

export class EmailTaken extends Refusal {
  constructor() {
    super('email_taken', 409, 'There is an account with this email already. Sign in instead.', {
      errors: [{ path: 'email', message: 'There is an account with this email already.', code: 'email_taken' }],
    })
  }
}

export class LastOwner extends Refusal {
  constructor() {
    super('last_owner', 409, 'A workspace needs an owner. Make somebody else an owner first.')
  }
}

/** Whether it never was, is too old, was used or was taken back: those who don't know need not learn it. */
export class NoSuchInvitation extends Refusal {
  constructor() {
    super('not_found', 404, 'This invitation can’t be used any more. Ask whoever invited you for a new one.')
  }
}

export class InvitedSomebodyElse extends Refusal {
  constructor() {
    super(
      'invited_somebody_else',
      403,
      'This invitation was made for another email address. Sign in with that one, or ask for an invitation of your own.',
    )
  }
}

export class WrongCredentials extends Refusal {
  constructor() {
    super('wrong_credentials', 401, 'Email or password is wrong.')
  }
}

export class NotSignedIn extends Refusal {
  constructor() {
    super('not_signed_in', 401, 'Please sign in.')
  }
}

/** One answer for all that does not open anything: made up, mistyped, expired, revoked. */
export class NotAToken extends Refusal {
  constructor() {
    super(
      'not_signed_in',
      401,
      'This API token is unknown, has expired or was revoked. Make a new one in the settings.',
    )
  }
}

export class TooManyTokens extends Refusal {
  constructor(most: number) {
    super('too_many_tokens', 409, `A workspace has at most ${most} API tokens. Revoke one that is no longer used.`)
  }
}

export class SignUpClosed extends Refusal {
  constructor() {
    super('sign_up_closed', 403, 'This installation takes no new accounts. Ask its owner for an invitation.')
  }
}
