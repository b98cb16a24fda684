import { Plus, SendHorizontal, X } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { recall, remember } from '../lib/storage.ts'
import { IconButton, iconButtonClass } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { Quote } from './bubble.tsx'
import type { PhoneMessage, PhoneView } from './phone-types.ts'

const most = 4096

/** The message that is answered, or one's own that is edited. */
export interface About {
  message: PhoneMessage
  isEdit: boolean
}

interface ComposerProps {
  draftKey: string
  businessName: string
  samples: PhoneView['samples']
  about: About | null
  onCancel: () => void
  onSend: (text: string) => void
  onSample: (name: string) => void
}

/** Where one writes: Enter sends, Shift-Enter begins a line; what is not sent yet is kept as a draft. */
export function Composer({ draftKey, businessName, samples, about, onCancel, onSend, onSample }: ComposerProps) {
  const [text, setText] = useState(() => recall(draftKey) ?? (about?.isEdit ? (about.message.text ?? '') : ''))
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // Where there is a real keyboard one can write at once; on a touch screen it would cover half the chat.
    if (matchMedia('(hover: hover)').matches) box.current?.focus()
  }, [])
  const change = (next: string) => {
    setText(next)
    remember(draftKey, next)
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    box.current?.focus()
    if (!text.trim()) return
    onSend(text.trim())
    change('')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes a character, Enter belongs to it.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event)
    if (event.key === 'Escape' && about) onCancel()
  }

  return (
    <form onSubmit={submit} className="border-t border-line bg-surface px-2 py-2">
      {about && (
        <div className="flex items-start gap-1 px-1">
          <div className="min-w-0 flex-1">
            <Quote message={about.message} businessName={businessName} {...(about.isEdit ? { title: 'Edit' } : {})} />
          </div>
          <IconButton label={about.isEdit ? 'Leave it as it is' : 'Do not reply to this message'} onClick={onCancel}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      )}
      <div className="flex items-end gap-1">
        <Samples samples={samples} onSample={onSample} />
        <textarea
          ref={box}
          aria-label="Message"
          placeholder="Message"
          rows={1}
          maxLength={most}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-32 min-h-10 min-w-0 flex-1 resize-none rounded-[20px] border border-line-strong bg-canvas px-4 py-2 text-base text-ink placeholder:text-ink-soft"
        />
        <button
          type="submit"
          aria-label="Send"
          title="Send"
          disabled={!text.trim()}
          className="inline-flex size-10 shrink-0 items-center justify-center rounded-full bg-accent text-accent-on transition-colors hover:bg-accent-hover disabled:bg-sunken disabled:text-ink-soft"
        >
          <SendHorizontal aria-hidden className="size-5" />
        </button>
      </div>
    </form>
  )
}

function Samples({ samples, onSample }: Pick<ComposerProps, 'samples' | 'onSample'>) {
  const trigger = (
    <button
      type="button"
      aria-label="Send something else"
      title="Send something else"
      className={cx(iconButtonClass, 'h-10')}
    >
      <Plus aria-hidden className="size-5" />
    </button>
  )
  return (
    <Menu trigger={trigger} side="top">
      {samples.map(({ name, label }) => (
        <MenuItem key={name} onSelect={() => onSample(name)}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  )
}
