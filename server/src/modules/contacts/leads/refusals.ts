import { InvalidInput, Refusal } from '#lib/refusal'

export class LeadAlready extends Refusal {
  constructor() {
    super('lead_already', 409, 'This person is a lead already.')
  }
}

export class NotLost extends InvalidInput {
  constructor() {
    const message = 'Only a lost lead has a reason for it.'
    super([{ path: 'lostReason', message, code: 'not_lost' }], message)
  }
}
