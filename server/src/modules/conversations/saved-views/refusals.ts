import { InvalidInput, Refusal } from '#lib/refusal'
import { mostViews } from './saved-view.ts'

export class TooManyViews extends InvalidInput {
  constructor() {
    const message = `There is room for ${mostViews} views. Delete one that is not used.`
    super([{ path: 'name', message, code: 'too_many_views' }], message)
  }
}

export class NotYourView extends Refusal {
  constructor() {
    super('forbidden', 403, 'Only who made this view, an owner or a manager can change it.')
  }
}
