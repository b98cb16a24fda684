import { InvalidInput, Refusal } from '#lib/refusal'
import { mostReplies } from './saved-reply.ts'

export class ShortcutTaken extends Refusal {
  constructor(shortcut: string | undefined) {
    const message = `Another saved reply has the shortcut ${shortcut ? `/${shortcut}` : 'already'}.`
    super('shortcut_taken', 409, message, { errors: [{ path: 'shortcut', message, code: 'shortcut_taken' }] })
  }
}

export class TooManyReplies extends InvalidInput {
  constructor() {
    const message = `There is room for ${mostReplies} saved replies. Delete one that is not used.`
    super([{ path: 'shortcut', message, code: 'too_many_replies' }], message)
  }
}
