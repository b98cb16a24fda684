import { type FieldError, InvalidInput, Refusal } from '#lib/refusal'
import type { SubmissionStatus } from './template.ts'

export class NameTaken extends Refusal {
  constructor(name: string) {
    const message = `There is a template “${name}” already.`
    super('template_name_taken', 409, message, { errors: [{ path: 'name', message, code: 'template_name_taken' }] })
  }
}

export class IsOriginal extends Refusal {
  constructor() {
    super('template_is_original', 409, 'Frontdesk needs this template. Turn it off instead.')
  }
}

export class IsNoOriginal extends Refusal {
  constructor() {
    super('template_is_no_original', 409, 'You made this template yourself, so there is nothing to go back to.')
  }
}

export class TemplateOff extends Refusal {
  constructor(title: string) {
    super('template_off', 409, `The template “${title}” is turned off.`)
  }
}

export class NoSuchVersion extends Refusal {
  constructor(channel: string) {
    super('template_no_version', 409, `This template has no words for ${channel}.`)
  }
}

export class NothingToSubmit extends Refusal {
  constructor() {
    super('nothing_to_submit', 409, 'There is no connected WhatsApp number whose account could judge this template.')
  }
}

export class NotApproved extends Refusal {
  constructor(status: SubmissionStatus | null, reason: string | null) {
    const why = status === null ? 'It was never submitted.' : words[status]
    super('template_not_approved', 409, `WhatsApp has not approved this template. ${why}${reason ? ` ${reason}` : ''}`)
  }
}

/** Values that are missing, or not what their variables are; the path names each. */
export class UnusableValues extends InvalidInput {
  constructor(errors: readonly FieldError[]) {
    super(errors, errors.map(({ message }) => message).join(' '))
  }
}

const words: Readonly<Record<SubmissionStatus, string>> = {
  submitting: 'It is on its way there.',
  pending: 'It is being looked at there, which can take a day.',
  approved: '',
  rejected: 'It was rejected.',
  paused: 'It is paused for its quality.',
  disabled: 'It was turned off over there.',
  gone: 'It was deleted over there.',
  failed: 'It could not be submitted.',
}
