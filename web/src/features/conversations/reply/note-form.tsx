import { StickyNote } from 'lucide-react'
import type { FormEvent, KeyboardEvent } from 'react'
import { useMedia } from '../../../lib/use-media.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { inputClass } from '../../../ui/field.tsx'
import { useDraft } from './drafts.ts'
import { useAutosize } from './use-autosize.ts'
import { useFocusOnOpen } from './use-focus-on-open.ts'
import { useWriteNote } from './use-write-note.ts'

const longest = 10_000

/** Where one writes for colleagues. The customer never sees it, so it needs no window and no channel. */
export function NoteForm({ slug, conversationId }: { slug: string; conversationId: string }) {
  const [text, setText] = useDraft(conversationId, 'note')
  const box = useAutosize(text)
  const hasKeyboard = useMedia('(pointer: fine)')
  const write = useWriteNote(slug, conversationId, () => setText(''))
  useFocusOnOpen(box, hasKeyboard)
  const canWrite = text.trim() !== '' && text.length <= longest && !write.isPending

  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (canWrite) write.mutate(text.trim())
    box.current?.focus()
  }
  const writeOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !hasKeyboard) return
    event.preventDefault()
    submit()
  }
  return (
    <form onSubmit={submit} aria-label="Note" className="pt-2">
      <div className="mx-auto flex max-w-200 items-end gap-2 px-4">
        <textarea
          ref={box}
          rows={1}
          aria-label="Note"
          placeholder="Write a note for colleagues"
          value={text}
          dir="auto"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={writeOnEnter}
          className={cx(inputClass, 'max-h-48 min-h-10 min-w-0 flex-1 resize-none py-2 leading-5.5 md:leading-5.5')}
        />
        <button type="submit" aria-label="Add note" disabled={!canWrite} className={cx(buttonClass('primary'), 'px-3')}>
          <StickyNote aria-hidden className="size-4" />
          <span className="hidden sm:inline">Add note</span>
        </button>
      </div>
      <p className="mx-auto flex min-h-9 max-w-200 items-center px-4 py-1.5 text-xs text-ink-soft">
        {write.error ? (
          <span role="alert" className="text-red">
            {write.error.message}
          </span>
        ) : text.length > longest ? (
          <span role="status" className="text-red">
            {text.length - longest} characters too many
          </span>
        ) : (
          'Only colleagues see notes.'
        )}
      </p>
    </form>
  )
}
