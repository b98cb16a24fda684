import { InvalidInput, Refusal } from '#lib/refusal'
import { mostKinds } from './label.ts'

export class TooManyLabels extends InvalidInput {
  constructor() {
    const message = `A workspace has at most ${mostKinds} labels. Delete some that nobody uses.`
    super([{ path: 'labels', message, code: 'too_many_labels' }], message)
  }
}

export class LabelTaken extends Refusal {
  constructor(name: string) {
    const message = `There is a label “${name}” already.`
    super('label_taken', 409, message, { errors: [{ path: 'name', message, code: 'label_taken' }] })
  }
}
