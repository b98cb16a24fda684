import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { Contact } from '../../lib/api-types.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { contactName } from './contact-name.ts'
import { useChangeContact } from './use-contact-acts.ts'

/** The person's name, and a way to correct it where it stands. */
export function RenameContact({ slug, contact }: { slug: string; contact: Contact }) {
  const [isEditing, setEditing] = useState(false)
  const rename = useChangeContact(slug, contact.id)

  if (!isEditing) {
    return (
      <div className="flex max-w-full items-center gap-1 pl-9">
        <h2 className="truncate text-base font-semibold">{contactName(contact)}</h2>
        <IconButton label="Correct the name" onClick={() => setEditing(true)}>
          <Pencil aria-hidden className="size-4" />
        </IconButton>
      </div>
    )
  }
  return (
    <Form
      label="Correct the name"
      error={rename.error}
      onSubmit={({ name = '' }) => rename.mutate({ name: name.trim() || null }, { onSuccess: () => setEditing(false) })}
      className="flex w-full flex-col gap-3 text-left"
    >
      <Field label="Name" name="name" defaultValue={contact.name ?? ''} autoComplete="off" autoFocus />
      <div className="flex justify-end gap-2">
        <Button tone="quiet" size="small" onClick={() => setEditing(false)}>
          Cancel
        </Button>
        <Button type="submit" size="small" busy={rename.isPending}>
          Save
        </Button>
      </div>
    </Form>
  )
}
