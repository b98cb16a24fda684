import type { InfiniteData } from '@tanstack/react-query'
import type { Message, MessageStatus, Page } from '../../lib/api-types.ts'

export type CachedThread = InfiniteData<Page<Message>, string | null>

/**
 * The thread with its newest page as the server has it now. When so much is new that the pages no longer touch, only
 * the newest is kept and the rest is loaded again on scrolling.
 */
export function mergeNewest(thread: CachedThread, newest: Page<Message>): CachedThread {
  const [first, ...older] = thread.pages
  if (!first) return thread
  const known = new Set(thread.pages.flatMap((page) => page.items.map((item) => item.id)))
  const touches = newest.items.length === 0 || newest.items.some((item) => known.has(item.id))
  if (!touches && newest.nextCursor) return { pages: [newest], pageParams: [null] }

  const fresh = new Map(newest.items.map((item) => [item.id, item]))
  const inOlder = new Set(older.flatMap((page) => page.items.map((item) => item.id)))
  const rest = first.items.filter((item) => !fresh.has(item.id))
  const head = newest.items.filter((item) => !inOlder.has(item.id))
  const update = (item: Message) => fresh.get(item.id) ?? item
  return {
    ...thread,
    pages: [
      { ...first, items: [...head, ...rest] },
      ...older.map((page) => ({ ...page, items: page.items.map(update) })),
    ],
  }
}

/** The thread with this message at its newest end, or replaced where it already stands. */
export function placeInThread(thread: CachedThread, message: Message): CachedThread {
  const [first, ...older] = thread.pages
  if (!first) return thread
  if (has(thread, message.id)) return changeInThread(thread, message.id, () => message)
  return { ...thread, pages: [{ ...first, items: [message, ...first.items] }, ...older] }
}

/** The thread with one message changed. */
export function changeInThread(thread: CachedThread, id: string, change: (it: Message) => Message): CachedThread {
  return {
    ...thread,
    pages: thread.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === id ? change(item) : item)),
    })),
  }
}

/** True when the message is among what is loaded. */
export const has = (thread: CachedThread, id: string) =>
  thread.pages.some((page) => page.items.some((item) => item.id === id))

const order: readonly MessageStatus[] = ['queued', 'accepted', 'sent', 'failed', 'delivered', 'read', 'played']

/** The later of two statuses; a fact that comes late never takes a tick back. */
export function laterStatus(current: MessageStatus, from: unknown, to: MessageStatus): MessageStatus {
  if (current === from) return to
  return order.indexOf(to) > order.indexOf(current) ? to : current
}
