import { useInfiniteQuery } from '@tanstack/react-query'
import { Fragment, useMemo } from 'react'
import type { Channel, Member, Message } from '../../../lib/api-types.ts'
import { dayOf } from '../../../lib/when.ts'
import { Broken } from '../../../ui/broken.tsx'
import { LoadMore } from '../../../ui/load-more.tsx'
import { Pictures } from '../media/lightbox.tsx'
import { messagesQuery } from '../queries.ts'
import { useLeaveWarning } from '../reply/use-leave-warning.ts'
import { usePendingReplies } from '../reply/use-reply.ts'
import { Bubble } from './bubble.tsx'
import { DayRule } from './day-rule.tsx'
import { isOwnReaction, ownReactions } from './own-reactions.ts'
import { PendingBubble } from './pending-bubble.tsx'
import { Scroller } from './scroller.tsx'
import { ThreadSkeleton } from './thread-skeleton.tsx'
import { useFoundMessage } from './use-found-message.ts'

interface MessagesProps {
  slug: string
  conversationId: string
  members: Member[]
  channels: Channel[] | undefined
}

/** The thread itself, newest at the bottom; older messages load as one scrolls up. */
export function Messages({ slug, conversationId, members, channels }: MessagesProps) {
  const query = useInfiniteQuery(messagesQuery(slug, conversationId))
  const pending = usePendingReplies(slug, conversationId)
  useLeaveWarning(pending.length > 0)
  const loaded = useMemo(() => query.data?.pages.flatMap((page) => page.items).reverse() ?? [], [query.data])
  const messages = useMemo(() => loaded.filter((message) => !isOwnReaction(message)), [loaded])
  const reactions = useMemo(() => ownReactions(loaded), [loaded])

  const isMixed = useMemo(() => new Set(messages.flatMap(({ channelId }) => channelId ?? [])).size > 1, [messages])

  const foundId = useFoundMessage(query, messages)

  if (query.error && !query.data) {
    return <Broken title="The messages could not be loaded" error={query.error} onRetry={() => query.refetch()} />
  }
  if (query.isPending) return <ThreadSkeleton />
  return (
    <Pictures messages={messages}>
      <Scroller newest={pending.at(-1)?.key ?? messages.at(-1)?.id} isOurs={pending.length > 0}>
        <LoadMore query={query} />
        <ol aria-label="Messages" className="flex flex-col">
          {messages.map((message, index) => {
            const before = messages[index - 1]
            const isNewDay = !before || dayOf(before.createdAt) !== dayOf(message.createdAt)
            return (
              <Fragment key={message.id}>
                {isNewDay && <DayRule at={message.createdAt} />}
                <Bubble
                  slug={slug}
                  message={message}
                  own={reactions.get(message.id)}
                  author={authorOf(message, members)}
                  by={isMixed ? nameOf(message, channels) : null}
                  isFound={message.id === foundId}
                  isFirst={isNewDay || !isSameSender(before, message)}
                />
              </Fragment>
            )
          })}
          {pending.map((reply) => (
            <PendingBubble key={reply.key} slug={slug} conversationId={conversationId} reply={reply} />
          ))}
        </ol>
      </Scroller>
    </Pictures>
  )
}

function isSameSender(a: Message | undefined, b: Message): boolean {
  return a?.kind !== 'note' && a?.senderType === b.senderType && a?.senderId === b.senderId
}

function nameOf({ channelId }: Message, channels: Channel[] | undefined): string | null {
  return channels?.find(({ id }) => id === channelId)?.name ?? null
}

/** Names stand over bubbles only where more than one person could have written them. */
function authorOf(message: Message, members: Member[]): string | null {
  if (message.senderType !== 'member' || members.length < 2) return null
  return members.find((member) => member.id === message.senderId)?.name ?? null
}
