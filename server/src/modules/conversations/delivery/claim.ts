import { type OutgoingMessage, openForSending, type SendingChannel } from '#channels'
import type { Context } from '#lib/context'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import { givenId } from '#media'
import { whyNotNow } from '#templates'
import { permit } from '#tenancy'
import { isPast, steppedIn } from '../automation/automation.ts'
import { lockConversation } from '../lock-conversation.ts'
import { settle } from '../receipts/settle.ts'
import { windowOn } from '../window.ts'
import { isAllowed } from './ask-consent.ts'
import { decideUnknown } from './decide-unknown.ts'
import { cancelWithoutCall, failWithoutCall } from './fail.ts'
import { forgottenCall } from './forgotten-call.ts'
import type { ToGive } from './give-file.ts'
import { after, type Head, headOfOutbox, holdFor, letWait } from './outbox.ts'
import { outgoing } from './outgoing.ts'
import type { Call } from './record-outcome.ts'

/** What a claim found: something to send, something decided (look again), something that waits, or nothing to do. */
export type Claim =
  | { readonly kind: 'send'; readonly channel: SendingChannel; readonly message: OutgoingMessage; readonly call: Call }
  | ({ readonly kind: 'give' } & ToGive)
  | { readonly kind: 'decided' }
  | { readonly kind: 'waits'; readonly until: Date }
  | { readonly kind: 'nothing' }

// A call that has not come back this long after its time-out has lost its process.
const margin = 5_000

/**
 * The first beat: commits that the conversation's next message is being sent, so that nobody else sends it and a killed
 * process leaves a trace, and hands out what to send.
 */
export async function claim(tx: Tx, context: Context, conversationId: string): Promise<Claim> {
  permit(tx, 'conversations.deliver')

  const conversation = await lockConversation(tx, { id: conversationId })
  const head = await headOfOutbox(tx, conversationId)
  if (!conversation || !head) return { kind: 'nothing' }
  if (head.dueAt > tx.now) {
    // Somebody else's call is under way, and that somebody goes on when it returns.
    return head.state === 'sending' ? { kind: 'nothing' } : { kind: 'waits', until: head.dueAt }
  }

  switch (head.state) {
    case 'waiting':
    case 'held':
      if (isPast(head, conversation)) {
        await cancelWithoutCall(tx, head, steppedIn)
        return { kind: 'decided' }
      }
      return prepare(tx, context, head)
    case 'sending':
      await forgottenCall(tx, context.pace, head)
      return { kind: 'decided' }
    case 'unknown':
      await decideUnknown(tx, head)
      return { kind: 'decided' }
    default: {
      const never: never = head.state
      return never
    }
  }
}

async function prepare(tx: Tx, context: Context, head: Head): Promise<Claim> {
  if (!(await isAllowed(tx, head))) return { kind: 'decided' }
  const opened = await openForSending(tx, context, head.channelId)
  const hindrance =
    head.kind === 'template'
      ? await templateHindrance(tx, head)
      : windowOn(opened.capabilities, head.customerWroteAt, tx.now).open
        ? undefined
        : outsideWindow
  if (hindrance) {
    await failWithoutCall(tx, head, hindrance)
    return { kind: 'decided' }
  }
  // Where no window ends the waiting, the end of the channel does.
  if (!opened.ready && opened.why.code === 'channel_removed' && !opened.capabilities.hasWindow) {
    await failWithoutCall(tx, head, { ...opened.why, class: 'stop_lane' })
    return { kind: 'decided' }
  }
  if (!opened.ready) {
    const dueAt = after(tx, holdFor)
    await letWait(tx, head.messageId, { state: 'held', dueAt, reason: { ...opened.why, class: 'stop_lane' } })
    await settle(tx, head.messageId)
    return { kind: 'waits', until: dueAt }
  }

  const { messageId, conversationId, channelId, mediaId } = head
  const fileAtProvider = mediaId === null ? null : await givenId(tx, { fileId: mediaId, channelId })
  if (mediaId !== null && fileAtProvider === undefined) {
    // Nobody else gives it meanwhile; who is killed doing so is followed up then.
    const dueAt = after(tx, context.pace.transferTimeout + margin)
    await letWait(tx, messageId, { state: 'waiting', dueAt, reason: null })
    return { kind: 'give', channel: opened.channel, mediaId, messageId, conversationId }
  }

  const attemptId = await beginAttempt(tx, head)
  const dueAt = after(tx, context.pace.sendTimeout + margin)
  await letWait(tx, head.messageId, { state: 'sending', dueAt, reason: null })
  return {
    kind: 'send',
    channel: opened.channel,
    message: outgoing(head, attemptId, fileAtProvider ?? null),
    call: { attemptId, messageId, conversationId, channelId },
  }
}

const outsideWindow = {
  code: 'outside_24h_window',
  class: 'window',
  message:
    'The customer’s 24 hours ended before this could be sent. Only a template can be sent until they write again.',
}

/** Only what is approved leaves, also when it was when it was queued. */
async function templateHindrance(tx: Tx, { channelId, templateId, details }: Head) {
  if (templateId === null) return undefined
  const why = await whyNotNow(tx, channelId, { templateId, language: String(details?.language) })
  return why && { code: why.code, class: 'template', message: why.message }
}

async function beginAttempt(tx: Tx, { messageId, channelId, lastAttempt }: Head): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('conversations.attempt')
    .values({ id, messageId, channelId, number: (lastAttempt?.number ?? 0) + 1, state: 'calling', startedAt: tx.now })
    .execute()
  return id
}
