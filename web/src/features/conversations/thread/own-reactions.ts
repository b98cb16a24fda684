import type { Message } from '../../../lib/api-types.ts'
import { readPath } from '../read-path.ts'

/** A reaction of ours, which is a message of its own on the way out, but no bubble. */
export function isOwnReaction({ kind, direction, origin, quote }: Message): boolean {
  return kind === 'reaction' && direction === 'outbound' && origin === null && quote !== null
}

/** By the message they are about, the latest reaction of ours to each. */
export function ownReactions(messages: readonly Message[]): Map<string, Message> {
  return new Map(messages.filter(isOwnReaction).map((reaction) => [reaction.quote?.id ?? '', reaction]))
}

interface Shown {
  by: 'customer' | 'business'
  emoji: string
  at: string
  isWaiting: boolean
}

/** What stands on the message, with a reaction of ours that is on its way in place of the one before it. */
export function shownOf(message: Pick<Message, 'reactions'>, own: Message | undefined): Shown[] {
  const standing = message.reactions.map((one) => ({ ...one, isWaiting: false }))
  if (!own || own.status === 'failed' || own.status === 'cancelled') return standing
  const isStanding = standing.some(({ by, at }) => by === 'business' && at >= own.createdAt)
  if (isStanding) return standing
  const others = standing.filter(({ by }) => by !== 'business')
  const emoji = readPath(own.details, 'emoji')
  const isWaiting = own.status === 'queued' || own.status === 'unknown'
  return emoji ? [...others, { by: 'business', emoji, at: own.createdAt, isWaiting }] : others
}
