import { emitStatus } from './emit-status.ts'
import type { State } from './state.ts'

/** Read receipts for every delivered message of the chat, once those still on their way have come. */
export async function customerReads(state: State, phoneNumberId: string, customer: string): Promise<void> {
  const chat = state.chats.find(phoneNumberId, customer)
  if (!chat) return
  await Promise.all(chat.messages.map((message) => state.planned.get(message.id)))
  const unread = chat.messages.filter((message) => message.side === 'business' && message.status === 'delivered')
  await Promise.all(unread.map(({ id }) => emitStatus(state, { messageId: id, status: 'read' }).end))
}
