import { Refusal } from '#lib/refusal'

export class NoHandoff extends Refusal {
  constructor() {
    super('no_handoff', 409, 'Nobody asked for a person here, or it is over.')
  }
}

export class HandoffTaken extends Refusal {
  constructor(name: string | null) {
    super(
      'handoff_taken',
      409,
      name ? `${name} has taken over already.` : 'Somebody has answered on the phone already.',
    )
  }
}
