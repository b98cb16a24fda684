import { SendHorizontal } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import type { MediaFile, NewReply } from '../../../lib/api-types.ts'
import { useOfflineSince } from '../../../lib/use-online.ts'
import { gapsIn, type Known } from '../saved-replies/fill-in.ts'
import { Gaps } from '../saved-replies/gaps.tsx'
import { optionId, SlashList } from '../saved-replies/slash-list.tsx'
import { useSlash } from '../saved-replies/use-slash.ts'
import { Answered } from './answered.tsx'
import { ComposerFoot } from './composer-foot.tsx'
import { PickButton } from './files/pick-button.tsx'
import { usePicked } from './files/picked-files.tsx'
import { Tray } from './files/tray.tsx'
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
  /** What stands in a saved reply's place for a name. */
  known: Known
  onSend: (content: NewReply, media?: MediaFile) => void
  /** Where one chooses something other than a text. */
  menu: ReactNode
}

/** Where one answers the customer in words, and with files: they go first, in the order they were chosen. */
export function ReplyForm({ slug, conversationId, text, onText, state, known, onSend, menu }: ReplyFormProps) {
  const tellTyping = useTyping(slug, conversationId)
  const isOffline = useOfflineSince() !== null
  const { files, remove } = usePicked()
  const ready = files.filter(({ media, trouble }) => media && !trouble)
  const isUploading = files.some(({ media, trouble }) => !media && !trouble)
  const hasText = text.trim() !== ''
  const box = useRef<HTMLTextAreaElement>(null)
  const slash = useSlash({ slug, text, onText, box, known })

  const sendAll = () => {
    for (const { media, caption } of ready) {
      if (media) onSend({ mediaId: media.id, ...(caption.trim() ? { caption: caption.trim() } : {}) }, media)
    }
    remove(ready.map(({ key }) => key))
    if (!hasText) return
    onSend({ text: text.trim() })
    onText('')
  }
  return (
    <WritingBox
      label="Reply"
      boxLabel="Message"
      placeholder="Write a reply"
      text={text}
      canSubmit={
        (hasText || ready.length > 0) &&
        gapsIn(text).length === 0 &&
        !isUploading &&
        !isTooLong(text, state.longest) &&
        !isOffline
      }
      submit={submit}
      above={
        <>
          <Answered />
          <Tray />
          <Gaps text={text} box={box} />
          <SlashList slash={slash} />
        </>
      }
      completion={{ ...slash, box, activeId: slash.isOpen ? optionId(slash.listId, slash.active) : null }}
      beside={
        <>
          {state.carriesMore && menu}
          {state.carriesFiles && <PickButton />}
        </>
      }
      onChange={(next) => {
        onText(next)
        if (next.trim()) tellTyping()
      }}
      onSubmit={sendAll}
    >
      <ComposerFoot text={text} state={state} isOffline={isOffline} />
    </WritingBox>
  )
}
