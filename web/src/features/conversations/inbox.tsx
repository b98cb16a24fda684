import { MessagesSquare } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Channel, Conversation, Member } from '../../lib/api-types.ts'
import { cx } from '../../ui/cx.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import type { Filters } from './filters.ts'
import { FilterMenu } from './list/filter-menu.tsx'
import { List } from './list/list.tsx'
import { Thread } from './thread/thread.tsx'
import { ViewsMenu, ViewsNav } from './views/views-nav.tsx'

interface InboxProps {
  slug: string
  conversationId: string | undefined
  filters: Filters
  members: Member[]
  memberId: string | undefined
  channels: Channel[] | undefined
  firstUse: ReactNode
  renderPerson: (conversation: Conversation) => ReactNode
  onFilters: (change: (kept: Filters) => Filters) => void
}

/** List, thread, person; on a phone one at a time. */
export function Inbox({ conversationId, filters, firstUse, onFilters, ...rest }: InboxProps) {
  const { slug, members, channels } = rest
  return (
    <div className="flex h-full min-h-0">
      <aside className="hidden min-h-0 w-52 shrink-0 overflow-y-auto border-r border-line bg-canvas px-2 py-3 min-[1600px]:block">
        <ViewsNav slug={slug} filters={filters} onFilters={onFilters} />
      </aside>
      <nav
        aria-label="Conversations"
        className={cx(
          'min-h-0 w-full shrink-0 flex-col border-line bg-surface md:flex md:w-80 md:border-r',
          conversationId ? 'hidden' : 'flex',
        )}
      >
        <List
          slug={slug}
          filters={filters}
          openId={conversationId}
          firstUse={firstUse}
          views={<ViewsMenu slug={slug} filters={filters} onFilters={onFilters} />}
          more={
            <FilterMenu
              slug={slug}
              filters={filters}
              members={members}
              channels={channels ?? []}
              onChange={onFilters}
            />
          }
          onFilters={onFilters}
        />
      </nav>
      {conversationId ? <Thread key={conversationId} conversationId={conversationId} {...rest} /> : <NothingOpen />}
    </div>
  )
}

function NothingOpen() {
  usePageTitle('Inbox')
  return (
    <div className="hidden min-w-0 flex-1 flex-col items-center justify-center gap-2 text-ink-soft md:flex">
      <MessagesSquare aria-hidden className="size-8" strokeWidth={1.25} />
      <p>Choose a conversation</p>
      <p aria-hidden className="hidden text-xs pointer-fine:block">
        <kbd className="font-sans font-medium">j</kbd> and <kbd className="font-sans font-medium">k</kbd> walk the list,{' '}
        <kbd className="font-sans font-medium">Enter</kbd> opens, <kbd className="font-sans font-medium">?</kbd> lists
        all keys
      </p>
    </div>
  )
}
