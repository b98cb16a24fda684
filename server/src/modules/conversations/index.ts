/**
 * Conversations: everything said between the business and one contact is one *conversation*, whatever channel it took. What
 * the customer wrote stands in the order of arrival; what goes out is a row in the *outbox* before it is a call, leaves in
 * order, and is never sent a second time on a guess. How a message stands is worked out from its *attempts* and the
 * *receipts* the provider sent, in whatever order they came. Free text leaves only within 24 hours of the customer's last
 * message: the *window*. What comes about a message afterwards (a reaction, an edit, that it was taken back) is a *remark*,
 * kept for good; how the message stands is worked out from all of them. A *note* is for colleagues and goes nowhere. Whatever a
 * person does that automation has to know of begins a new *epoch*; what automation wrote in an earlier one never leaves.
 */

export { type AutomaticReply, replyAutomatically } from './automation/reply-automatically.ts'
export { change } from './change.ts'
export { countWaiting } from './count-waiting.ts'
export { type HandoffWish, requestHandoff } from './handoff/request-handoff.ts'
export { hands } from './hands.ts'
export { getMessage, listThread } from './message-queries.ts'
export { type Reply, reply } from './reply.ts'
export { replyWithTemplate, type TemplateReply } from './reply-template.ts'
