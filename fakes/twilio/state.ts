import { randomBytes } from 'node:crypto'
import type { SentText, TwilioCall, TwilioFault } from './types.ts'

export interface OwnNumber {
  readonly sid: string
  smsUrl: string
}

/** What the fake knows. */
export interface State {
  readonly accountSid: string
  readonly authToken: string
  readonly numbers: Map<string, OwnNumber>
  readonly outbox: SentText[]
  readonly calls: TwilioCall[]
  /** Pairs of a number of ours and a customer's who said STOP to it. */
  readonly stopped: Set<string>
  readonly faults: TwilioFault[]
}

export function createState(): State {
  return {
    accountSid: newSid('AC'),
    authToken: randomBytes(16).toString('hex'),
    numbers: new Map(),
    outbox: [],
    calls: [],
    stopped: new Set(),
    faults: [],
  }
}

export function newSid(prefix: string): string {
  return prefix + randomBytes(16).toString('hex')
}

/** The fault that is due for this message; undefined when all is well. */
export function nextFault(state: State): TwilioFault | undefined {
  const [fault] = state.faults
  if (!fault) return undefined
  const rest = { ...fault, times: fault.times - 1 }
  state.faults.splice(0, 1, ...(rest.times > 0 ? [rest] : []))
  return fault
}
