import { reactedTo } from './check-reaction.ts'
import { newMessageId } from './ids.ts'
import { planReceipts } from './plan-receipts.ts'
import { objectIn, stringIn } from './read-json.ts'
import type { State } from './state.ts'
import { fillTemplate } from './templates/fill.ts'
import type { BusinessNumber, Json, SentMessage } from './types.ts'
import { whatsappIdOf } from './whatsapp-id.ts'
import { textOf } from './words.ts'

/** Takes a checked message on: outbox, the customer's phone, receipts to follow. Answers what Meta would. */
export function acceptMessage(state: State, number: BusinessNumber, body: Json): object {
  const sent = noteSent(state, number, body)
  if (sent.type === 'reaction') reactOnPhone(state, sent)
  else showOnPhone(state, number, sent)
  state.events.tell('sent', sent)
  planReceipts(state, sent)
  return {
    messaging_product: 'whatsapp',
    contacts: [contactOf(state, sent)],
    messages: [{ id: sent.id, ...(sent.type === 'template' ? { message_status: 'accepted' } : {}) }],
  }
}

function noteSent(state: State, { phoneNumberId }: BusinessNumber, body: Json): SentMessage {
  const to = String(body.to ?? body.recipient)
  const type = typeof body.type === 'string' ? body.type : 'text'
  const replyTo = stringIn(objectIn(body, 'context'), 'message_id')
  const sent: SentMessage = {
    id: newMessageId(body.to === undefined ? to : whatsappIdOf(to)),
    phoneNumberId,
    to,
    type,
    text: textOf(type, body),
    body,
    bizOpaqueCallbackData: stringIn(body, 'biz_opaque_callback_data'),
    at: state.now(),
    ...(replyTo ? { context: { message_id: replyTo } } : {}),
  }
  state.outbox.push(sent)
  state.sentById.set(sent.id, sent)
  return sent
}

function showOnPhone(state: State, number: BusinessNumber, sent: SentMessage): void {
  const filled =
    sent.type === 'template' ? fillTemplate(state.templates, number, objectIn(sent.body, 'template')) : undefined
  const chat = state.chats.open(sent.phoneNumberId, sent.to)
  state.chats.add(chat, {
    id: sent.id,
    side: 'business',
    type: sent.type,
    text: filled?.body ?? sent.text,
    content: filled ?? sent.body[sent.type] ?? null,
    at: sent.at.toISOString(),
    replyTo: sent.context?.message_id ?? null,
    status: 'accepted',
    error: null,
    reactions: {},
  })
}

function reactOnPhone(state: State, sent: SentMessage): void {
  const target = reactedTo(state, sent)
  if (!target) return
  const emoji = stringIn(objectIn(sent.body, 'reaction'), 'emoji')
  if (emoji) target.reactions.business = emoji
  else delete target.reactions.business
  const chat = state.chats.open(sent.phoneNumberId, sent.to)
  state.events.tell('chat', { phoneNumberId: chat.phoneNumberId, customer: chat.customer })
}

function contactOf(state: State, sent: SentMessage): Json {
  const chat = state.chats.find(sent.phoneNumberId, sent.to)
  const byNumber = sent.body.to !== undefined
  return {
    input: sent.to,
    ...(byNumber ? { wa_id: whatsappIdOf(sent.to) } : {}),
    ...(chat?.userId ? { user_id: chat.userId } : {}),
  }
}
