import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Refused } from '../../../lib/api.ts'
import type { Channel, Conversation, Member } from '../../../lib/api-types.ts'
import { Broken } from '../../../ui/broken.tsx'
import { buttonClass } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { ThreadBars } from '../automation/thread-bars.tsx'
import { contactName } from '../contact-name.ts'
import { focusRow } from '../list/focus-row.ts'
import { useMarkRead } from '../mark-read.ts'
import { conversationQuery } from '../queries.ts'
import { AnsweringProvider } from '../reply/answering.tsx'
import { Composer } from '../reply/composer.tsx'
import { DropZone } from '../reply/files/drop-zone.tsx'
import { PickedFiles } from '../reply/files/picked-files.tsx'
import { Messages } from './messages.tsx'
import { PersonColumn } from './person-column.tsx'
import { ThreadHeader } from './thread-header.tsx'
import { ThreadSkeleton } from './thread-skeleton.tsx'

interface ThreadProps {
  slug: string
  conversationId: string
  members: Member[]
  memberId: string | undefined
  /** Undefined until known. */
  channels: Channel[] | undefined
  renderPerson: (conversation: Conversation) => ReactNode
}

/** One conversation: what was said, a place to answer, and whom it is with. */
export function Thread({ slug, conversationId, members, memberId, channels, renderPerson }: ThreadProps) {
  const { data: conversation, error, refetch } = useQuery(conversationQuery(slug, conversationId))
  const [isPersonShown, setPersonShown] = useState(false)
  const goBack = useGoBack(slug, conversationId)
  usePageTitle(conversation ? contactName(conversation.contact) : 'Inbox')
  useMarkRead(slug, conversation)

  if (error && !conversation) return <NotShown slug={slug} error={error} onRetry={refetch} />
  if (!conversation) return <ThreadSkeleton />

  const backOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isInPopup(event.target)) return
    if (isPersonShown) setPersonShown(false)
    else goBack()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves from anywhere inside; nothing here is clicked
    <div onKeyDown={backOnEscape} className="relative flex min-h-0 min-w-0 flex-1">
      <section aria-label="Conversation" className="flex min-h-0 min-w-0 flex-1 flex-col">
        <ThreadHeader
          slug={slug}
          conversation={conversation}
          members={members}
          memberId={memberId}
          isPersonShown={isPersonShown}
          onPerson={() => setPersonShown(!isPersonShown)}
        />
        <ThreadBars slug={slug} conversation={conversation} memberId={memberId} />
        <AnsweringProvider>
          <PickedFiles key={conversationId} slug={slug}>
            <DropZone isOpen={conversation.window.open}>
              <Messages slug={slug} conversationId={conversationId} members={members} channels={channels} />
              <Composer slug={slug} conversation={conversation} channels={channels} />
            </DropZone>
          </PickedFiles>
        </AnsweringProvider>
      </section>
      <PersonColumn isShown={isPersonShown} onClose={() => setPersonShown(false)}>
        {renderPerson(conversation)}
      </PersonColumn>
    </div>
  )
}

function NotShown({ slug, error, onRetry }: { slug: string; error: Error; onRetry: () => void }) {
  if (!(error instanceof Refused) || error.status !== 404) {
    return <Broken title="This conversation could not be loaded" error={error} onRetry={onRetry} />
  }
  return (
    <Empty
      icon={SearchX}
      title="There is no such conversation"
      action={
        <Link to="/w/$slug/inbox" params={{ slug }} className={buttonClass('plain')}>
          Back to the inbox
        </Link>
      }
    >
      The address may be incomplete, or it belongs to another business.
    </Empty>
  )
}

function useGoBack(slug: string, conversationId: string) {
  const navigate = useNavigate()
  return async () => {
    await navigate({ to: '/w/$slug/inbox', params: { slug }, search: (kept) => kept })
    focusRow(conversationId)
  }
}

/** Menus close on Escape by themselves; their events still pass here through React's tree. */
const isInPopup = (target: EventTarget) =>
  target instanceof Element && target.closest('[role=menu], [role=dialog]') !== null
