export interface FieldError {
  /** Where in the input, such as `credentials.accessToken`. */
  readonly path: string
  readonly message: string
  readonly code: string
}

/**
 * The business says no: a stable code for programs, a sentence for the person who reads it, and the HTTP status a door
 * answers with. Everything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly errors: readonly FieldError[]
  /** Seconds after which asking again makes sense. */
  readonly retryAfter: number | undefined

  constructor(
    code: string,
    status: number,
    sentence: string,
    more: { errors?: readonly FieldError[]; retryAfter?: number } = {},
  ) {
    super(sentence)
    this.name = 'Refusal'
    this.code = code
    this.status = status
    this.errors = more.errors ?? []
    this.retryAfter = more.retryAfter
  }
}

/** What was asked for does not exist for the one who asks. Another workspace's things don't exist either. */
export class NotFound extends Refusal {
  constructor(what = 'page') {
    super('not_found', 404, `There is no such ${what}.`)
  }
}

export class InvalidInput extends Refusal {
  constructor(errors: readonly FieldError[], sentence = 'Some of what was entered can’t be used.') {
    super('invalid_input', 422, sentence, { errors })
  }
}
