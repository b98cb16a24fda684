import { InvalidInput, Refusal } from '#lib/refusal'

/** Whether it never was, is too old, was used or another took its place: those who don't know need not learn it. */
export class LinkUnusable extends Refusal {
  constructor() {
    super('not_found', 404, 'This link can’t be used any more. Ask for a new one.')
  }
}

export class WrongPassword extends InvalidInput {
  constructor(path: string) {
    super([{ path, message: 'This is not your password.', code: 'wrong_password' }])
  }
}

export class WrongCode extends InvalidInput {
  constructor() {
    super([{ path: 'code', message: 'This code is wrong, too old or was used before.', code: 'wrong_code' }])
  }
}

/** An account that is only entered by way of another service. */
export class NoPassword extends Refusal {
  constructor() {
    super('no_password', 409, 'This account has no password yet. Set one first, by a link that we send you.')
  }
}

export class ChallengeOver extends Refusal {
  constructor() {
    super('sign_in_again', 403, 'That took too long, or your password was changed meanwhile. Sign in again.')
  }
}

export class SecondFactorOn extends Refusal {
  constructor() {
    super('second_factor_on', 409, 'Your account asks for codes already.')
  }
}

export class SecondFactorOff extends Refusal {
  constructor() {
    super('second_factor_off', 409, 'Your account does not ask for codes.')
  }
}

/** The issuer vouches for an address that has an account nobody has proved to be theirs. */
export class LinkFirst extends Refusal {
  constructor() {
    super(
      'link_first',
      409,
      'There is an account with this address already. Sign in with its password, then link the two on your account’s page.',
    )
  }
}

export class LinkedElsewhere extends Refusal {
  constructor() {
    super('linked_elsewhere', 409, 'This sign-in belongs to another account here.')
  }
}

export class EmailUnverified extends Refusal {
  constructor() {
    super('email_unverified', 403, 'The other service has not confirmed your email address. Confirm it there first.')
  }
}

/** The other service was asked and said no, or said something that does not hold. */
export class IssuerRefused extends Refusal {
  constructor(code: 'oidc_cancelled' | 'oidc_failed') {
    const sentence =
      code === 'oidc_cancelled'
        ? 'You did not sign in there. Try again, or use your password.'
        : 'Signing in there did not work. Try again, or use your password.'
    super(code, 403, sentence)
  }
}
