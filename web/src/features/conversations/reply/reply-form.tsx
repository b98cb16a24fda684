import { SendHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import type { NewReply } from '../../../lib/api-types.ts'
import { useOfflineSince } from '../../../lib/use-online.ts'
import { Answered } from './answered.tsx'
import { ComposerFoot } from './composer-foot.tsx'
import { isTooLong } from './length.ts'
import { useTyping } from './typing.ts'
import type { WindowState } from './window-state.ts'
import { WritingBox } from './writing-box.tsx'

const submit = { label: 'Send', shown: 'Send', icon: SendHorizontal }

interface ReplyFormProps {
  slug: string
  conversationId: string
  text: string
  onText: (text: string) => void
  state: Extract<WindowState, { kind: 'open' }>
  onSend: (content: NewReply) => void
  /** Where one chooses something other than a text. */
  menu: ReactNode
}

/** Where one answers the customer in words. */
export function ReplyForm({ slug, conversationId, text, onText, state, onSend, menu }: ReplyFormProps) {
  const tellTyping = useTyping(slug, conversationId)
  const isOffline = useOfflineSince() !== null
  return (
    <WritingBox
      label="Reply"
      boxLabel="Message"
      placeholder="Write a reply"
      text={text}
      canSubmit={text.trim() !== '' && !isTooLong(text) && !isOffline}
      submit={submit}
      above={<Answered />}
      beside={menu}
      onChange={(next) => {
        onText(next)
        if (next.trim()) tellTyping()
      }}
      onSubmit={() => {
        onSend({ text: text.trim() })
        onText('')
      }}
    >
      <ComposerFoot text={text} left={state.left} isShort={state.isShort} waits={state.waits} isOffline={isOffline} />
    </WritingBox>
  )
}
