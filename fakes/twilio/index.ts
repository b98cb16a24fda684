/**
 * A local server that behaves as Twilio's messaging API does: forms and basic auth in, messages on an outbox, signed webhooks
 * out, receipts that report to where a message asked for it, a list of those who said STOP, and faults on demand.
 */
export { startFakeTwilio } from './start.ts'
export type * from './types.ts'
