import { SendHorizontal, X } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { NewReply } from '../../../../lib/api-types.ts'
import { useOfflineSince } from '../../../../lib/use-online.ts'
import { Button, IconButton } from '../../../../ui/button.tsx'
import { asSaid } from '../../thread/as-said.ts'
import { MessageBody } from '../../thread/message-body.tsx'
import { Answered } from '../answered.tsx'

interface EditorFrameProps {
  title: string
  /** What is to be sent, as far as it has come. */
  content: NewReply
  isComplete: boolean
  onSend: () => void
  onClose: () => void
  children: ReactNode
}

/** An editor in the composer's place: what to fill in, and beside it how it will look on the customer's phone. */
export function EditorFrame({ title, content, isComplete, onSend, onClose, children }: EditorFrameProps) {
  const form = useRef<HTMLFormElement>(null)
  const isOffline = useOfflineSince() !== null
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isComplete && !isOffline) onSend()
  }
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }
  return (
    <form ref={form} aria-label={title} onSubmit={submit} onKeyDown={closeOnEscape} className="pt-2">
      <Answered />
      <div className="mx-auto flex max-h-[min(28rem,60dvh)] max-w-200 flex-col gap-4 overflow-y-auto px-4 pb-1 sm:flex-row">
        <div className="flex min-w-0 flex-1 flex-col gap-3">
          <div className="flex items-center justify-between">
            <h2 className="text-sm font-semibold">{title}</h2>
            <IconButton label="Close" onClick={onClose} className="sm:hidden">
              <X aria-hidden className="size-4" />
            </IconButton>
          </div>
          {children}
        </div>
        <Preview content={content} onClose={onClose} />
      </div>
      <div className="mx-auto flex max-w-200 items-center justify-end gap-3 px-4 py-2">
        <p className="min-w-0 flex-1 text-xs text-ink-soft">
          {isOffline ? 'You are offline. What you write is kept.' : 'What you begin here is kept until you send it.'}
        </p>
        <Button type="submit" tone="primary" disabled={!isComplete || isOffline}>
          <SendHorizontal aria-hidden className="size-4" /> Send
        </Button>
      </div>
    </form>
  )
}

function Preview({ content, onClose }: { content: NewReply; onClose: () => void }) {
  return (
    <section aria-label="Preview" className="flex shrink-0 flex-col gap-2 sm:w-64">
      <div className="flex items-center justify-between max-sm:hidden">
        <span className="text-xs font-medium text-ink-soft">On the customer’s phone</span>
        <IconButton label="Close" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      <div className="flex-1 rounded-lg bg-sunken p-3">
        <div className="w-fit max-w-full min-w-32 rounded-lg rounded-tl-sm border border-line bg-bubble-customer px-3 py-1.5 text-sm">
          <MessageBody message={asSaid(content)} />
        </div>
      </div>
    </section>
  )
}
