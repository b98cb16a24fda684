import { Reply, SmilePlus } from 'lucide-react'
import type { Message } from '../../../lib/api-types.ts'
import { iconButtonClass } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { Popover } from '../../../ui/popover.tsx'
import { useQuote } from '../reply/answering.tsx'
import { EmojiPicker } from './emoji-picker.tsx'
import { shownOf } from './own-reactions.ts'
import { useReact } from './use-react.ts'

interface BubbleActsProps {
  slug: string
  message: Message
  own: Message | undefined
}

/** Beside a bubble, while one points at it or stands in it: react to what the customer wrote, quote what either wrote. */
export function BubbleActs({ slug, message, own }: BubbleActsProps) {
  const quote = useQuote()
  const react = useReact(slug, message)
  const current = shownOf(message, own).find(({ by }) => by === 'business')?.emoji ?? null
  const trigger = (
    <button type="button" aria-label="React" title="React" className={cx(iconButtonClass, 'size-8')}>
      <SmilePlus aria-hidden className="size-4" />
    </button>
  )
  return (
    <span
      className={cx(
        'pointer-events-none flex shrink-0 items-center opacity-0 transition-opacity group-hover:pointer-events-auto',
        'group-hover:opacity-100 group-focus-within:pointer-events-auto group-focus-within:opacity-100',
        'has-data-popup-open:pointer-events-auto has-data-popup-open:opacity-100',
      )}
    >
      {react.error && (
        <span role="alert" className="max-w-40 text-xs text-red">
          {react.error.message}
        </span>
      )}
      {canReactTo(message) && (
        <Popover label="React" trigger={trigger}>
          {(close) => (
            <EmojiPicker
              current={current}
              onPick={(emoji) => {
                react.mutate(emoji)
                close()
              }}
            />
          )}
        </Popover>
      )}
      <button
        type="button"
        data-quote
        aria-label="Reply to this message"
        title="Reply to this message (r)"
        onClick={() => quote(message)}
        className={cx(iconButtonClass, 'size-8')}
      >
        <Reply aria-hidden className="size-4" />
      </button>
    </span>
  )
}

const thirtyDays = 30 * 24 * 60 * 60_000
const notSaid = ['reaction', 'system', 'ephemeral', 'request_welcome']

/** WhatsApp takes reactions to what a customer said, for thirty days. */
function canReactTo({ direction, kind, revokedAt, createdAt }: Message): boolean {
  const age = Date.now() - Date.parse(createdAt)
  return direction === 'inbound' && !notSaid.includes(kind) && !revokedAt && age < thirtyDays
}

/** Only what is on the customer's phone can be quoted there. */
export function canQuote({ kind, providerMessageId, channelId }: Message): boolean {
  return kind !== 'reaction' && kind !== 'note' && providerMessageId !== null && channelId !== null
}
