import type { Message } from '../../../lib/api-types.ts'
import { messageWords } from '../message-words.ts'

interface QuoteOfProps {
  /** Whose it was; null where that is not known. */
  direction: Message['direction'] | null
  words: string
}

/** A message that is answered, in short. */
export function QuoteOf({ direction, words }: QuoteOfProps) {
  return (
    <blockquote className="my-1 min-w-0 rounded-sm border-l-2 border-accent bg-sunken px-2 py-1 text-xs text-ink-soft">
      <span className="block font-medium">
        {direction === null ? 'In answer to' : direction === 'inbound' ? 'Customer' : 'We'}
      </span>
      <span className="line-clamp-2 break-words" dir="auto">
        {words}
      </span>
    </blockquote>
  )
}

/** A message in a few words. */
export function shortWords(message: Pick<Message, 'kind' | 'text'>): string {
  return message.text ?? messageWords(message)?.title ?? 'A message'
}
