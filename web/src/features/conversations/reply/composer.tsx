import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Channel, Conversation } from '../../../lib/api-types.ts'
import { cx } from '../../../ui/cx.ts'
import { Answer } from './answer.tsx'
import { useQuoted } from './answering.tsx'
import { ChannelPicker } from './channel-picker.tsx'
import { usePicked } from './files/picked-files.tsx'
import { NoteForm } from './note-form.tsx'
import { useComposerKeys } from './use-composer-keys.ts'
import { useWayOut } from './use-way-out.ts'

interface ComposerProps {
  slug: string
  conversation: Conversation
  /** Undefined until known. */
  channels: Channel[] | undefined
}

/** Where one writes: to the customer, or a note for colleagues. Alt-N changes between them. */
export function Composer({ slug, conversation, channels }: ComposerProps) {
  const [isNoting, setNoting] = useState(false)
  const way = useWayOut(slug, conversation, channels)
  const box = useRef<HTMLDivElement>(null)
  useComposerKeys(box, setNoting)
  const quoted = useQuoted()
  useEffect(() => {
    if (!quoted) return
    setNoting(false)
    box.current?.querySelector<HTMLElement>('form textarea, form input')?.focus()
  }, [quoted])
  const { files } = usePicked()
  const hasFiles = files.length > 0
  useEffect(() => {
    if (hasFiles) setNoting(false)
  }, [hasFiles])
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
        {!isNoting && <ChannelPicker way={way} />}
      </div>
      {isNoting ? (
        <NoteForm slug={slug} conversationId={conversation.id} />
      ) : (
        <Answer slug={slug} conversation={conversation} way={way} />
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
