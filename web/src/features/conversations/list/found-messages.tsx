import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { StickyNote } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import type { Found } from '../../../lib/api-types.ts'
import { Broken } from '../../../ui/broken.tsx'
import { LoadMore } from '../../../ui/load-more.tsx'
import { RowsSkeleton } from '../../../ui/rows-skeleton.tsx'
import { When } from '../../../ui/when.tsx'
import { contactName } from '../contact-name.ts'
import { isNote } from '../note.ts'
import { foundQuery } from '../queries.ts'
import { hashOf } from '../thread/use-found-message.ts'
import { excerpt } from './excerpt.ts'

interface FoundMessagesProps {
  slug: string
  q: string
  /** The address's search part, which opening keeps. */
  search: string
  /** What stands here when nothing is found at all. */
  otherwise: ReactNode
}

/** The messages in which the words occur; each opens its conversation where it was said. */
export function FoundMessages({ slug, q, search, otherwise }: FoundMessagesProps) {
  const query = useInfiniteQuery(foundQuery(slug, q))
  const found = query.data?.pages.flatMap((page) => page.items) ?? []
  if (query.isPending) return <RowsSkeleton label="Searching messages" />
  if (query.error && !query.data) {
    return <Broken title="The messages could not be searched" error={query.error} onRetry={() => query.refetch()} />
  }
  if (found.length === 0) return otherwise
  return (
    <section aria-label="Messages found">
      <h2 className="border-b border-line bg-sunken px-4 py-1.5 text-xs font-medium text-ink-soft">Messages</h2>
      <ul>
        {found.map((one) => (
          <FoundRow key={one.message.id} slug={slug} q={q} search={search} found={one} />
        ))}
      </ul>
      <LoadMore query={query} />
    </section>
  )
}

interface FoundRowProps {
  slug: string
  q: string
  search: string
  found: Found['items'][number]
}

function FoundRow({ slug, q, search, found: { message, contact } }: FoundRowProps) {
  const navigate = useNavigate()
  const { conversationId } = message
  const hash = hashOf(message.id)
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigate({
      to: '/w/$slug/inbox/$conversationId',
      params: { slug, conversationId },
      search: (kept) => kept,
      hash,
      hashScrollIntoView: false,
    })
  }
  const { before, word, after } = excerpt(message.text ?? '', q)
  return (
    <li>
      <a
        href={`/w/${slug}/inbox/${conversationId}${search}#${hash}`}
        data-conversation-row={message.id}
        data-conversation={conversationId}
        onClick={open}
        className="block border-b border-line px-4 py-2.5 -outline-offset-2 hover:bg-sunken"
      >
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">{contactName(contact)}</span>
          <When at={message.createdAt} className="shrink-0 text-xs text-ink-soft" />
        </span>
        <span className="line-clamp-2 break-words text-ink-soft">
          {isNote(message) && <StickyNote aria-label="Note:" className="mr-1 inline size-3.5 text-amber" />}
          {message.direction === 'outbound' && !isNote(message) && 'We: '}
          {before}
          {word && <mark className="rounded-sm bg-accent-wash text-ink">{word}</mark>}
          {after}
        </span>
      </a>
    </li>
  )
}
