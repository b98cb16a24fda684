import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import type { Contact } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { inputClass } from '../../ui/field.tsx'
import { labelsQuery } from './queries.ts'
import { useChangeContact } from './use-contact-acts.ts'

/** The labels a person stands under; typing adds one, and suggests those in use. */
export function Labels({ slug, contact }: { slug: string; contact: Contact }) {
  const known = useQuery(labelsQuery(slug)).data ?? []
  const change = useChangeContact(slug, contact.id)
  const [typed, setTyped] = useState('')
  const list = useId()
  const set = (labels: string[], after?: () => void) => change.mutate({ labels }, after ? { onSuccess: after } : {})
  const add = (event: FormEvent) => {
    event.preventDefault()
    const label = typed.trim()
    if (label) set([...contact.labels, label], () => setTyped(''))
  }

  return (
    <div className="flex flex-col gap-2.5">
      {contact.labels.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {contact.labels.map((label) => (
            <li key={label} className={cx(labelClass, 'pr-0.5')}>
              <span className="truncate">{label}</span>
              <button
                type="button"
                aria-label={`Remove the label ${label}`}
                disabled={change.isPending}
                onClick={() => set(contact.labels.filter((each) => each !== label))}
                className="inline-flex size-6 items-center justify-center rounded-full text-ink-soft hover:text-ink"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form aria-label="Add a label" onSubmit={add} className="flex gap-2">
        <input
          aria-label="New label"
          placeholder="Add a label"
          list={list}
          maxLength={40}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className={cx(inputClass, 'h-8 min-w-0')}
        />
        <datalist id={list}>
          {known
            .filter(({ label }) => !contact.labels.includes(label))
            .map(({ label }) => (
              <option key={label} value={label} />
            ))}
        </datalist>
        <Button type="submit" size="small" busy={change.isPending} disabled={!typed.trim()}>
          Add
        </Button>
      </form>
      {change.error && (
        <p role="alert" className="text-xs text-red">
          {Object.values('fields' in change.error ? (change.error.fields as object) : {})[0] ?? change.error.message}
        </p>
      )}
    </div>
  )
}

/** How a label looks wherever it stands. */
export const labelClass =
  'inline-flex h-6 max-w-full items-center rounded-full border border-line bg-sunken px-2 text-xs font-medium'
