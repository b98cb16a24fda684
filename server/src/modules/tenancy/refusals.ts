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

export class SignUpClosed extends Refusal {
  constructor() {
    super('sign_up_closed', 403, 'This installation takes no new accounts. Ask its owner for an invitation.')
  }
}
