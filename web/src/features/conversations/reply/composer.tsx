import { type KeyboardEvent, useRef, useState } from 'react'
import type { Channel, Conversation } from '../../../lib/api-types.ts'
import { cx } from '../../../ui/cx.ts'
import { NoteForm } from './note-form.tsx'
import { ReplyForm } from './reply-form.tsx'
import { useComposerKeys } from './use-composer-keys.ts'

interface ComposerProps {
  slug: string
  conversation: Conversation
  /** The channel it goes out through; null when it is gone, undefined while unknown. */
  channel: Channel | null | undefined
}

/** Where one writes: to the customer, or a note for colleagues. Alt-N changes between them. */
export function Composer({ slug, conversation, channel }: ComposerProps) {
  const [isNoting, setNoting] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useComposerKeys(box, setNoting)
  const changeOnAltN = (event: KeyboardEvent) => {
    if (!event.altKey || event.code !== 'KeyN') return
    event.preventDefault()
    setNoting(!isNoting)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key for what its buttons do as well
    <div
      ref={box}
      onKeyDown={changeOnAltN}
      className={cx('shrink-0 border-t border-line pt-2', isNoting ? 'bg-amber-wash' : 'bg-surface')}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: two toggles, not fields of a form */}
      <div role="group" aria-label="Write" className="mx-auto flex max-w-200 gap-1 px-4">
        <Side label="Reply" isOn={!isNoting} onChoose={() => setNoting(false)} />
        <Side label="Note" isOn={isNoting} onChoose={() => setNoting(true)} />
      </div>
      {isNoting ? (
        <NoteForm slug={slug} conversationId={conversation.id} />
      ) : (
        <ReplyForm slug={slug} conversation={conversation} channel={channel} />
      )}
    </div>
  )
}

function Side({ label, isOn, onChoose }: { label: string; isOn: boolean; onChoose: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      title="Alt-N changes between reply and note"
      onClick={onChoose}
      className={cx(
        'h-7 rounded-md px-2.5 text-xs font-medium',
        isOn ? 'bg-raised text-ink ring-1 ring-line' : 'text-ink-soft hover:text-ink',
      )}
    >
      {label}
    </button>
  )
}
