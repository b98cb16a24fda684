import { inWorkspace, patch } from '../../lib/api.ts'
import type { Conversation } from '../../lib/api-types.ts'
import { queryClient } from '../../lib/query-client.ts'
import { whileChanging } from './changes-under-way.ts'
import { conversationQuery } from './queries.ts'
import { placeEverywhere, refreshConversation, refreshCounts } from './refresh.ts'

/** Resolves a conversation, or opens it again when it is resolved. Shown at once; what the server refuses is undone. */
export async function toggleResolved(slug: string, id: string): Promise<void> {
  const known = queryClient.getQueryData(conversationQuery(slug, id).queryKey)
  const status = known?.status === 'resolved' ? 'open' : 'resolved'
  if (known) placeEverywhere(queryClient, slug, { ...known, status })
  const change = () => patch<Conversation>(inWorkspace(slug, `/conversations/${id}`), { status })
  await whileChanging(queryClient, slug, [id], change).catch(() => undefined)
  refreshConversation(queryClient, slug, id)
  refreshCounts(queryClient, slug)
}
