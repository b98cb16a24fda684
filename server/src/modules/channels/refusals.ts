import { Refusal } from '#lib/refusal'

/** Answers come and go over one channel: a second one with the same number would only take its messages away. */
export class PhoneNumberTaken extends Refusal {
  constructor(name: string) {
    const sentence = `This number is connected already, as “${name}”. Change that channel, or disconnect it first.`
    super('phone_number_taken', 409, sentence)
  }
}
