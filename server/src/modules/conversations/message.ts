export const messageStatuses = [
  'received',
  'queued',
  'accepted',
  'sent',
  'delivered',
  'read',
  'played',
  'failed',
  'unknown',
  'cancelled',
] as const
export type MessageStatus = (typeof messageStatuses)[number]

/** Why a message failed or still waits, in the words of the person who reads it. */
export interface MessageError {
  readonly code: string
  readonly class: string
  readonly message: string
}

// These tell something about a message or a person. They stand in the thread, but nobody has to answer them.
const remarks = new Set(['reaction', 'system', 'edit', 'revoke', 'ephemeral', 'request_welcome'])

/** True for what a customer said, and false for what merely happened to it: nobody needs to be called for a thumbs-up. */
export function isSaid(kind: string): boolean {
  return !remarks.has(kind)
}
