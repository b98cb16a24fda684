import type { FirstDesk } from '../../world/first-desk.ts'

export interface SeenMessage {
  readonly id: string
  readonly direction: 'inbound' | 'outbound'
  readonly text: string
  readonly status: string
  readonly error: { readonly code: string } | null
}

export interface SeenConversation {
  readonly id: string
  readonly phone: string
  readonly unreadCount: number
  readonly messages: readonly SeenMessage[]
}

/** Every conversation with every message in it, read as the inbox reads them. */
export async function inventory(desk: FirstDesk): Promise<SeenConversation[]> {
  const seen: SeenConversation[] = []
  for (const { id, contact, unreadCount } of await everything(desk, '/conversations?')) {
    const messages = await everything(desk, `/conversations/${id}/messages?`)
    seen.push({ id, phone: contact.phone, unreadCount, messages })
  }
  return seen
}

/** All pages of a list. */
// biome-ignore lint/suspicious/noExplicitAny: lists of many shapes
export async function everything(desk: FirstDesk, list: string): Promise<any[]> {
  const items: unknown[] = []
  for (let cursor = ''; ; ) {
    const { status, body } = await desk.ask('GET', `${list}limit=100${cursor}`)
    if (status !== 200) throw new Error(`${list} answered ${status}: ${JSON.stringify(body)}`)
    items.push(...body.items)
    if (!body.nextCursor) return items
    cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`
  }
}

/** How many messages of customers have been taken in. */
export async function heard(desk: FirstDesk): Promise<number> {
  const conversations = await everything(desk, '/conversations?')
  return conversations.reduce((sum, { unreadCount }) => sum + unreadCount, 0)
}

/** How many messages have one of these states. */
export async function messagesIn(desk: FirstDesk, ...states: string[]): Promise<number> {
  const lists = await Promise.all(states.map((state) => everything(desk, `/messages?status=${state}&`)))
  return lists.flat().length
}
