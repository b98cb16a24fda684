import { SendHorizontal } from 'lucide-react'
import type { FormEvent, KeyboardEvent } from 'react'
import type { Channel, Conversation } from '../../../lib/api-types.ts'
import { useMedia } from '../../../lib/use-media.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useOfflineSince } from '../../../lib/use-online.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { inputClass } from '../../../ui/field.tsx'
import { ComposerFoot } from './composer-foot.tsx'
import { useDraft } from './drafts.ts'
import { isTooLong } from './length.ts'
import { useTyping } from './typing.ts'
import { useAutosize } from './use-autosize.ts'
import { useFocusOnOpen } from './use-focus-on-open.ts'
import { useSendReply } from './use-reply.ts'
import { WindowClosed } from './window-closed.tsx'
import { windowState } from './window-state.ts'

interface ReplyFormProps {
  slug: string
  conversation: Conversation
  /** The channel it goes out through; null when it is gone, undefined while unknown. */
  channel: Channel | null | undefined
}

/** Where one answers the customer. What is begun is kept per conversation. */
export function ReplyForm({ slug, conversation, channel }: ReplyFormProps) {
  const [text, setText] = useDraft(conversation.id)
  const sendReply = useSendReply(slug, conversation.id)
  const tellTyping = useTyping(slug, conversation.id)
  const box = useAutosize(text)
  const hasKeyboard = useMedia('(pointer: fine)')
  const isOffline = useOfflineSince() !== null
  const state = windowState(conversation, channel, useNow())
  const canSend = text.trim() !== '' && !isTooLong(text) && !isOffline

  useFocusOnOpen(box, hasKeyboard)
  if (state.kind === 'closed') return <WindowClosed slug={slug} why={state.why} fix={state.fix} draft={text} />

  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (!canSend) return
    sendReply(text.trim())
    setText('')
    box.current?.focus()
  }

  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !hasKeyboard) return
    event.preventDefault()
    submit()
  }

  return (
    <form onSubmit={submit} aria-label="Reply" className="pt-2">
      <div className="mx-auto flex max-w-200 items-end gap-2 px-4">
        <textarea
          ref={box}
          rows={1}
          aria-label="Message"
          placeholder="Write a reply"
          value={text}
          dir="auto"
          enterKeyHint={hasKeyboard ? 'send' : 'enter'}
          onChange={(event) => {
            setText(event.target.value)
            if (event.target.value.trim()) tellTyping()
          }}
          onKeyDown={sendOnEnter}
          className={cx(inputClass, 'max-h-48 min-h-10 min-w-0 flex-1 resize-none py-2 leading-5.5 md:leading-5.5')}
        />
        <button
          type="submit"
          aria-label="Send"
          disabled={!canSend}
          className={cx(buttonClass('primary'), 'px-3 sm:px-4')}
        >
          <SendHorizontal aria-hidden className="size-4" />
          <span className="hidden sm:inline">Send</span>
        </button>
      </div>
      <ComposerFoot text={text} left={state.left} isShort={state.isShort} waits={state.waits} isOffline={isOffline} />
    </form>
  )
}
