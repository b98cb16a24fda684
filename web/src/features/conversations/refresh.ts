import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { Conversation } from '../../lib/api-types.ts'
import { keyedBatch } from '../../lib/keyed-batch.ts'
import { type CachedList, dropFromList, placeInList, waitsLonger } from './cached-list.ts'
import { type CachedThread, mergeNewest } from './cached-thread.ts'
import { readSettled } from './changes-under-way.ts'
import { type Filters, fits } from './filters.ts'
import {
  conversationQuery,
  countsQuery,
  fetchConversation,
  fetchMessages,
  listKey,
  messagesQuery,
  viewCountsQuery,
} from './queries.ts'
import { repliesUnderWay } from './reply/replies-under-way.ts'

// Facts come in bursts; each of these runs at most once at a time per thing, and once more if asked meanwhile.
const batch = keyedBatch(60)
const slowBatch = keyedBatch(400)

/** Reads one conversation again and puts it at its place in every list. */
export function refreshConversation(client: QueryClient, slug: string, id: string): void {
  batch(`conversation ${slug} ${id}`, async () => {
    const conversation = await readSettled(id, () => fetchConversation(slug, id))
    placeEverywhere(client, slug, conversation)
  })
}

/** Reads the newest messages of a thread again, if it has been opened; waits for replies on their way out. */
export function refreshThread(client: QueryClient, slug: string, id: string): void {
  const key = messagesQuery(slug, id).queryKey
  if (!client.getQueryState(key)) return
  batch(`thread ${slug} ${id}`, async () => {
    await repliesUnderWay(client, slug, id)
    const newest = await fetchMessages(slug, id, null)
    client.setQueryData<CachedThread>(key, (old) => old && mergeNewest(old, newest))
  })
}

/** Reads the counts again, not more than a few times a second. */
export function refreshCounts(client: QueryClient, slug: string): void {
  slowBatch(`counts ${slug}`, () => client.invalidateQueries({ queryKey: countsQuery(slug).queryKey }))
  slowBatch(`view counts ${slug}`, () => client.invalidateQueries({ queryKey: viewCountsQuery(slug).queryKey }))
}

/** Puts what is now known of a conversation into every list and into its own place. */
export function placeEverywhere(client: QueryClient, slug: string, conversation: Conversation): void {
  client.setQueryData(conversationQuery(slug, conversation.id).queryKey, conversation)
  const memberId = client.getQueryData<{ me: { memberId: string } }>(['w', slug, 'tenancy', 'workspace'])?.me.memberId
  for (const [key, list] of client.getQueriesData<CachedList>({ queryKey: listKey(slug) })) {
    if (list) client.setQueryData<CachedList>(key, placeIn(list, key, conversation, memberId))
  }
}

/** A row whose unread mark goes away stays until the list is next loaded: it is the one being read. */
function placeIn(list: CachedList, key: QueryKey, conversation: Conversation, memberId: string | undefined) {
  const filters = (key.at(-1) ?? {}) as Filters
  if (!fits(filters, conversation, memberId)) return dropFromList(list, conversation.id)
  const isWelcome = !filters.q && (!filters.unread || conversation.unreadCount > 0)
  return placeInList(list, conversation, isWelcome, filters.handoff && waitsLonger)
}
