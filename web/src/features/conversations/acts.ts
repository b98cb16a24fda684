import { inWorkspace, post } from '../../lib/api.ts'
import type { BulkAct, BulkResult, Conversation, Member } from '../../lib/api-types.ts'
import { queryClient } from '../../lib/query-client.ts'
import type { CachedList } from './cached-list.ts'
import { whileChanging } from './changes-under-way.ts'
import { conversationQuery, inboxLabelsQuery, listKey } from './queries.ts'
import { placeEverywhere, refreshConversation, refreshCounts } from './refresh.ts'
import { takingBack } from './taking-back.ts'
import { toast } from './toasts.ts'

const mostAtOnce = 100

interface Wish {
  slug: string
  ids: readonly string[]
  act: BulkAct
  /** What to say when it is done, of so many. */
  said: (count: number) => string
}

/**
 * Does one thing to conversations: shown at once, told with a way back, and put right where the server says otherwise. More
 * than the server takes at once go one after the other.
 */
export async function actOn({ slug, ids, act, said }: Wish): Promise<void> {
  for (const id of ids) showAtOnce(slug, id, act)
  try {
    const results = await whileChanging(queryClient, slug, ids, () => send(slug, ids, act))
    const changed = results.filter(({ outcome }) => outcome === 'changed')
    const full = results.filter(({ outcome }) => outcome === 'too_many_labels').length
    const back = takingBack(changed)
    const words = full > 0 ? `${said(changed.length)} ${full} have too many labels already.` : said(changed.length)
    if (changed.length > 0 || full > 0) toast({ words, undo: back.length > 0 ? () => undo(slug, back) : undefined })
  } catch (error) {
    toast({ words: error instanceof Error ? error.message : 'That did not work.', isTrouble: true })
  }
  // A label that was new is known from now on.
  if (act.kind === 'label') queryClient.invalidateQueries({ queryKey: inboxLabelsQuery(slug).queryKey })
  afterwards(slug, ids)
}

async function undo(slug: string, back: readonly { ids: string[]; act: BulkAct }[]): Promise<void> {
  const ids = back.flatMap((step) => step.ids)
  try {
    await whileChanging(queryClient, slug, ids, async () => {
      for (const step of back) await send(slug, step.ids, step.act)
    })
  } catch (error) {
    toast({ words: error instanceof Error ? error.message : 'It could not be taken back.', isTrouble: true })
  }
  afterwards(slug, ids)
}

async function send(slug: string, ids: readonly string[], act: BulkAct): Promise<BulkResult[]> {
  const results: BulkResult[] = []
  for (let at = 0; at < ids.length; at += mostAtOnce) {
    const body = { ids: ids.slice(at, at + mostAtOnce), act }
    const { items } = await post<{ items: BulkResult[] }>(inWorkspace(slug, '/conversations/bulk'), body)
    results.push(...items)
  }
  return results
}

function afterwards(slug: string, ids: readonly string[]): void {
  for (const id of ids) refreshConversation(queryClient, slug, id)
  refreshCounts(queryClient, slug)
}

function showAtOnce(slug: string, id: string, act: BulkAct): void {
  const known = knownConversation(slug, id)
  if (known) placeEverywhere(queryClient, slug, afterAct(known, act, membersOf(slug)))
}

/** What is known of a conversation here, from its own page or from a list. */
export function knownConversation(slug: string, id: string): Conversation | undefined {
  const one = queryClient.getQueryData(conversationQuery(slug, id).queryKey)
  if (one) return one
  for (const [, list] of queryClient.getQueriesData<CachedList>({ queryKey: listKey(slug) })) {
    for (const page of list?.pages ?? []) {
      const found = page.items.find((item) => item.id === id)
      if (found) return found
    }
  }
  return undefined
}

const membersOf = (slug: string) => queryClient.getQueryData<Member[]>(['w', slug, 'tenancy', 'members']) ?? []

/** What the act makes of a conversation. */
export function afterAct(conversation: Conversation, act: BulkAct, members: readonly Member[]): Conversation {
  switch (act.kind) {
    case 'read':
      return { ...conversation, unreadCount: 0 }
    case 'resolve':
      return { ...conversation, status: 'resolved', snoozedUntil: null }
    case 'reopen':
      return { ...conversation, status: 'open', snoozedUntil: null }
    case 'pend':
      return { ...conversation, status: 'pending', snoozedUntil: null }
    case 'snooze':
      return { ...conversation, status: 'snoozed', snoozedUntil: act.until }
    case 'assign': {
      const member = members.find(({ id }) => id === act.assigneeId)
      return { ...conversation, assignee: member ? { id: member.id, name: member.name } : null }
    }
    case 'label': {
      const labels = [...new Set([...conversation.labels, ...(act.add ?? [])])]
      return { ...conversation, labels: labels.filter((label) => !act.remove?.includes(label)) }
    }
  }
}
