import { InvalidInput, Refusal } from '#lib/refusal'

export class EmptyText extends InvalidInput {
  constructor() {
    super([{ path: 'text', message: 'Write something first.', code: 'empty_text' }], 'There is nothing to send.')
  }
}

export class NotOneContent extends InvalidInput {
  constructor(given: number) {
    const sentence =
      given === 0
        ? 'There is nothing to send.'
        : 'One message holds one thing: a text, a file, a template, an interactive message, a location, contact cards or a reaction.'
    super([{ path: given === 0 ? 'text' : '', message: sentence, code: 'not_one_content' }], sentence)
  }
}

export class TextTooLong extends Refusal {
  constructor(length: number, most: number, taker = 'WhatsApp') {
    const sentence = `${taker} takes ${inFull(most)} characters in one message; this has ${inFull(length)}.`
    super('text_too_long', 422, sentence, { errors: [{ path: 'text', message: sentence, code: 'text_too_long' }] })
  }
}

export class NoChannel extends Refusal {
  constructor() {
    super('no_channel', 409, 'There is no number to answer from: this customer has not written to one.')
  }
}

export class NoAddress extends Refusal {
  constructor(channelName: string) {
    super('no_address', 409, `No number of this customer is known to which ${channelName} could write.`)
  }
}

export class NotCarried extends Refusal {
  constructor() {
    super('not_carried', 409, 'This channel carries texts only.')
  }
}

export class NotWrittenTo extends Refusal {
  constructor(channelName: string) {
    super(
      'not_written_to',
      409,
      `The customer has not written to ${channelName} yet, so only a template can be sent by it.`,
    )
  }
}

export class WindowClosed extends Refusal {
  constructor(closedAt: Date | null, timezone: string) {
    super('window_closed', 409, windowSentence(closedAt, timezone))
  }
}

export class ChannelNotReady extends Refusal {
  constructor(sentence: string) {
    super('channel_not_ready', 409, sentence)
  }
}

export class NoTemplatesHere extends Refusal {
  constructor() {
    super('no_templates_here', 409, 'Templates leave by WhatsApp numbers only; by this channel you can write freely.')
  }
}

export class PersonSteppedIn extends Refusal {
  constructor() {
    super('person_stepped_in', 409, 'A person has stepped in, or automation is paused here.')
  }
}

export class MessageNotFailed extends Refusal {
  constructor() {
    super('message_not_failed', 409, 'Only a message that failed can be sent again.')
  }
}

function windowSentence(closedAt: Date | null, timezone: string): string {
  if (!closedAt) return 'The customer has not written to this number yet. Until they do, only a template can be sent.'
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: timezone })
  return `The customer’s 24 hours ended on ${when.format(closedAt)}. Until they write again, only a template can be sent.`
}

function inFull(count: number): string {
  return count.toLocaleString('en')
}
