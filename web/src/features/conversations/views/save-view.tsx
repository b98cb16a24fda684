import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { type Filters, filterOfView } from '../filters.ts'
import { useViewActs } from './use-view-acts.ts'

/** Keeps what the list is narrowed to under a name. */
export function SaveView({ slug, filters }: { slug: string; filters: Filters }) {
  const [isOpen, setOpen] = useState(false)
  const { save } = useViewActs(slug)
  if (!isOpen) {
    return (
      <Button tone="quiet" size="small" className="mt-3 w-full justify-start" onClick={() => setOpen(true)}>
        <Plus aria-hidden className="size-4" />
        Save this view
      </Button>
    )
  }
  return (
    <Form
      label="Save this view"
      error={save.error}
      onSubmit={({ name = '', shared }) =>
        save.mutate(
          { name, shared: shared === 'on', filter: filterOfView(filters) },
          { onSuccess: () => setOpen(false) },
        )
      }
      className="mt-3 flex flex-col gap-3 px-2"
    >
      <Field label="Name of the view" name="name" maxLength={60} autoComplete="off" autoFocus />
      <label className="flex items-center gap-2 text-sm">
        <input type="checkbox" name="shared" className="size-4 accent-[var(--accent)]" />
        Share it with everybody here
      </label>
      <div className="flex gap-2">
        <Button type="submit" tone="primary" size="small" busy={save.isPending}>
          Save
        </Button>
        <Button size="small" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </Form>
  )
}
