import { InvalidInput, Refusal } from '#lib/refusal'

/** Nothing that came with the message tells who wrote it. */
export class NobodyToBe extends Refusal {
  constructor() {
    super('no_identity', 422, 'Neither a phone number nor a WhatsApp user id says who this is.')
  }
}

/** Another contact has this number or address already; people are never merged by accident. */
export class IdentityTaken extends InvalidInput {
  constructor(path: 'phone' | 'email', owner: string | null | undefined) {
    const what = path === 'phone' ? 'phone number' : 'e-mail address'
    super([{ path, message: `${owner ?? 'Another contact'} has this ${what} already.`, code: `${path}_taken` }])
  }
}

export class NotAPhoneNumber extends InvalidInput {
  constructor() {
    const message = 'This is no phone number we can read. Enter it with its country code, such as +34 612 345 678.'
    super([{ path: 'phone', message, code: 'invalid_phone' }])
  }
}

export class GivenByWhatsapp extends Refusal {
  constructor() {
    super('given_by_whatsapp', 409, 'WhatsApp gave this id to the person. It can’t be taken away.')
  }
}

/** One of two contacts does not stand for itself any more. */
export class AlreadyMerged extends Refusal {
  constructor(sentence: string) {
    super('already_merged', 409, sentence)
  }
}

export class MergedTheOtherWay extends Refusal {
  constructor() {
    super('merge_circle', 409, 'The other contact is already merged into this one.')
  }
}

export class OthersMergedIntoIt extends Refusal {
  constructor() {
    const remedy = 'Merge the other way round, or separate them first.'
    super('has_merged', 409, `Others were merged into this contact. ${remedy}`)
  }
}

export class NotMerged extends Refusal {
  constructor() {
    super('not_merged', 409, 'This contact is not merged into anybody.')
  }
}

export class FieldNameTaken extends InvalidInput {
  constructor() {
    super([{ path: 'name', message: 'Another field has this name.', code: 'name_taken' }])
  }
}

export class ChoicesElsewhere extends InvalidInput {
  constructor() {
    super([{ path: 'choices', message: 'Only a field of the kind “choice” has choices.', code: 'no_choices' }])
  }
}

export class TooManyFields extends Refusal {
  constructor(most: number) {
    super('too_many_fields', 409, `There are ${most} fields already. Archive one first.`)
  }
}
