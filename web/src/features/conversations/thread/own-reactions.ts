import type { Message } from '../../../lib/api-types.ts'

/** A reaction of ours, which is a message of its own on the way out, but no bubble. */
export function isOwnReaction({ kind, direction, origin, quote }: Message): boolean {
  return kind === 'reaction' && direction === 'outbound' && origin === null && quote !== null
}

/** By the message they are about, the latest reaction of ours to each. */
export function ownReactions(messages: readonly Message[]): Map<string, Message> {
  return new Map(messages.filter(isOwnReaction).map((reaction) => [reaction.quote?.id ?? '', reaction]))
}
