import { useState } from 'react'
import type { Contact } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { inputClass } from '../../ui/field.tsx'
import { useChangeContact } from './use-contact-acts.ts'

/** What colleagues should know of the person; saved by a button, so that nobody's half sentence is kept. */
export function Notes({ slug, contact }: { slug: string; contact: Contact }) {
  const saved = contact.notes ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const change = useChangeContact(slug, contact.id)
  const text = typed ?? saved
  return (
    <div className="flex flex-col gap-2">
      <textarea
        aria-label="Notes"
        placeholder="What colleagues should know: allergies, favourite colour, who to ask for."
        rows={Math.min(10, Math.max(3, text.split('\n').length + 1))}
        maxLength={5000}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
        className={cx(inputClass, 'resize-y py-2')}
      />
      {change.error && (
        <p role="alert" className="text-xs text-red">
          {change.error.message}
        </p>
      )}
      {typed !== null && typed !== saved && (
        <div className="flex justify-end gap-2">
          <Button tone="quiet" size="small" onClick={() => setTyped(null)}>
            Discard
          </Button>
          <Button
            size="small"
            busy={change.isPending}
            onClick={() => change.mutate({ notes: typed }, { onSuccess: () => setTyped(null) })}
          >
            Save the notes
          </Button>
        </div>
      )}
    </div>
  )
}
