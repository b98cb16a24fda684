import type { InfiniteData } from '@tanstack/react-query'
import type { Conversation, Page } from '../../lib/api-types.ts'

export type CachedList = InfiniteData<Page<Conversation>, string | null>

/**
 * The list with this conversation at its place. A row already there is moved; a new one is added only when `isWelcome`
 * and only above what is loaded, since what lies below comes with its own page.
 */
export function placeInList(
  list: CachedList,
  conversation: Conversation,
  isWelcome: boolean,
  isAbove = isNewer,
): CachedList {
  const isThere = list.pages.some((page) => page.items.some((item) => item.id === conversation.id))
  if (!isThere && !isWelcome) return list
  const without = dropFromList(list, conversation.id)
  const index = without.pages.findIndex((page) => page.items.some((item) => isAbove(conversation, item)))
  const target = index >= 0 ? index : without.pages.length - 1
  const isBelowLoaded = index < 0 && without.pages.at(-1)?.nextCursor
  if (isBelowLoaded && !isThere) return list
  return mapPage(without, target, (items) => insert(items, conversation, isAbove))
}

/** The list without this conversation. */
export function dropFromList(list: CachedList, id: string): CachedList {
  return {
    ...list,
    pages: list.pages.map((page) =>
      page.items.some((item) => item.id === id)
        ? { ...page, items: page.items.filter((item) => item.id !== id) }
        : page,
    ),
  }
}

/** The list without what lies below its first pages; it is loaded again on scrolling. */
export function shorten(list: CachedList, pages: number): CachedList {
  return { pages: list.pages.slice(0, pages), pageParams: list.pageParams.slice(0, pages) }
}

function insert(items: Conversation[], conversation: Conversation, isAbove: typeof isNewer): Conversation[] {
  const at = items.findIndex((item) => isAbove(conversation, item))
  return at < 0 ? [...items, conversation] : [...items.slice(0, at), conversation, ...items.slice(at)]
}

function mapPage(list: CachedList, index: number, change: (items: Conversation[]) => Conversation[]): CachedList {
  return {
    ...list,
    pages: list.pages.map((page, at) => (at === index ? { ...page, items: change(page.items) } : page)),
  }
}

function isNewer(a: Conversation, b: Conversation): boolean {
  return activity(a) > activity(b)
}

/** True when one has waited for a person longer than the other. */
export function waitsLonger({ handoff: a }: Conversation, { handoff: b }: Conversation): boolean {
  return a !== null && (b === null || Date.parse(a.requestedAt) < Date.parse(b.requestedAt))
}

const activity = (conversation: Conversation) => Date.parse(conversation.lastMessageAt ?? conversation.createdAt)
