import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { LastLine } from '../features/conversations/list/last-line.tsx'
import { statusWord } from '../features/conversations/status-words.ts'
import { get, inWorkspace } from '../lib/api.ts'
import type { Conversation, Page } from '../lib/api-types.ts'
import { Broken } from '../ui/broken.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { When } from '../ui/when.tsx'

const threadsQuery = (slug: string, contactId: string) =>
  queryOptions({
    queryKey: ['w', slug, 'conversations', 'of', contactId],
    queryFn: async () =>
      (await get<Page<Conversation>>(inWorkspace(slug, '/conversations'), { query: { contactId, limit: 100 } })).items,
  })

/** A person's conversations, older threads of contacts merged into them included. */
export function ContactThreads({ slug, contactId }: { slug: string; contactId: string }) {
  const { data: threads, error, refetch } = useQuery(threadsQuery(slug, contactId))
  if (error && !threads) return <Broken title="The conversations could not be loaded" error={error} onRetry={refetch} />
  if (!threads) return <Skeleton className="h-14 w-full" />
  if (threads.length === 0) return <p className="text-ink-soft">No messages yet.</p>
  return (
    <ul className="flex flex-col gap-2">
      {threads.map((thread) => (
        <li key={thread.id}>
          <Link
            to="/w/$slug/inbox/$conversationId"
            params={{ slug, conversationId: thread.id }}
            search={{ status: 'all' }}
            className="flex flex-col gap-0.5 rounded-md border border-line bg-surface px-3 py-2 hover:bg-sunken"
          >
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 truncate">
                <LastLine conversation={thread} />
              </span>
              <When at={thread.lastMessageAt} className="figures shrink-0 text-xs text-ink-soft" />
            </span>
            <span className="text-xs text-ink-soft">
              {statusWord[thread.status]}
              {thread.unreadCount > 0 && ` · ${thread.unreadCount} unread`}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
