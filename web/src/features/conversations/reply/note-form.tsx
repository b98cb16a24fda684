import { StickyNote } from 'lucide-react'
import { useDraft } from './drafts.ts'
import { useWriteNote } from './use-write-note.ts'
import { WritingBox } from './writing-box.tsx'

const longest = 10_000
const submit = { label: 'Add note', shown: 'Add note', icon: StickyNote }

/** Where one writes for colleagues. The customer never sees it, so it needs no window and no channel. */
export function NoteForm({ slug, conversationId }: { slug: string; conversationId: string }) {
  const [text, setText] = useDraft(conversationId, 'note')
  const write = useWriteNote(slug, conversationId, () => setText(''))
  return (
    <WritingBox
      label="Note"
      boxLabel="Note"
      placeholder="Write a note for colleagues"
      text={text}
      canSubmit={text.trim() !== '' && text.length <= longest && !write.isPending}
      submit={submit}
      onChange={setText}
      onSubmit={() => write.mutate(text.trim())}
    >
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
    </WritingBox>
  )
}
