import { reactedTo } from './check-reaction.ts'
import { emitStatus } from './emit-status.ts'
import type { State } from './state.ts'
import type { SentMessage, Status, StatusError } from './types.ts'

const day = 24 * 3600 * 1000

const tooLate: StatusError = {
  code: 131047,
  title: 'Re-engagement message',
  details:
    'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
}

const nothingThere: StatusError = {
  code: 131009,
  title: 'Parameter value is not valid',
  details: 'The message to react to is not in this chat, was deleted, or is more than 30 days old.',
}

/** Lets sent and delivered follow at the fake's pace, or the failure Meta reports when the customer's 24 hours are over. */
export function planReceipts(state: State, sent: SentMessage): void {
  if (state.receipts === 'manual') return
  const receipts = state.underWay.watch(follow(state, sent))
  state.planned.set(sent.id, receipts)
  const forget = () => void state.planned.delete(sent.id)
  receipts.then(forget, forget)
}

async function follow(state: State, sent: SentMessage): Promise<void> {
  const error = failureOf(state, sent)
  if (error) {
    if (await state.underWay.pause(state.pace.sent)) await tell(state, sent, 'failed', error)
    return
  }
  const [first, second]: Status[] = state.faults.reorders ? ['delivered', 'sent'] : ['sent', 'delivered']
  const { sent: early, delivered: late } = state.pace
  if (!first || !second || !(await state.underWay.pause(early))) return
  // Nobody is told when a reaction is delivered or seen.
  if (sent.type === 'reaction') return tell(state, sent, 'sent')
  await tell(state, sent, first)
  if (await state.underWay.pause(Math.max(0, late - early))) await tell(state, sent, second)
}

function failureOf(state: State, sent: SentMessage): StatusError | undefined {
  if (!windowIsOpen(state, sent)) return tooLate
  return sent.type === 'reaction' && !reactedTo(state, sent) ? nothingThere : undefined
}

async function tell(state: State, sent: SentMessage, status: Status, error?: StatusError): Promise<void> {
  await emitStatus(state, { messageId: sent.id, status, ...(error ? { error } : {}) }).firstTry
}

function windowIsOpen(state: State, sent: SentMessage): boolean {
  if (sent.type === 'template') return true
  const wroteAt = state.chats.find(sent.phoneNumberId, sent.to)?.lastWroteAt
  return Boolean(wroteAt) && sent.at.getTime() - Date.parse(String(wroteAt)) < day
}
