import type { Message } from '../../../lib/api-types.ts'
import { messageWords } from '../message-words.ts'
import { LinkedText } from './linked-text.tsx'

/** What a message says: its text, or what it is with what is known of it and its caption. */
export function MessageBody({ message }: { message: Message }) {
  const words = messageWords(message)
  const Icon = words?.icon
  const text = message.text === words?.title || message.text === words?.more ? null : message.text
  return (
    <>
      {words && Icon && (
        <span className="flex items-center gap-2.5 py-0.5">
          <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-sunken text-ink-soft">
            <Icon aria-hidden className="size-4.5" />
          </span>
          <span className="min-w-0">
            <span className="block font-medium">{words.title}</span>
            {words.more && (
              <span className="block whitespace-pre-line break-words text-xs text-ink-soft">{words.more}</span>
            )}
          </span>
        </span>
      )}
      {text && (
        <span dir="auto" className="block whitespace-pre-wrap break-words [overflow-wrap:anywhere]">
          <LinkedText text={text} />
        </span>
      )}
    </>
  )
}
