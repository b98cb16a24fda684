import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { UserCheck } from 'lucide-react'
import { useState } from 'react'
import type { Contact } from '../../lib/api-types.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { contactName } from './contact-name.ts'
import { MergePreview } from './merge-preview.tsx'
import { contactsQuery } from './queries.ts'

/** The same person under another number: looked for, looked at together, and merged. */
export function MergeContact({ slug, contact }: { slug: string; contact: Contact }) {
  const [isOpen, setOpen] = useState(false)
  const [other, setOther] = useState<Contact | null>(null)
  const close = () => {
    setOther(null)
    setOpen(false)
  }

  if (!isOpen)
    return (
      <Button tone="quiet" size="small" className="-ml-2.5" onClick={() => setOpen(true)}>
        <UserCheck aria-hidden className="size-4" /> Merge with another contact
      </Button>
    )
  if (other) return <MergePreview slug={slug} contact={contact} other={other} onClose={close} />
  return <Choose slug={slug} contact={contact} onChoose={setOther} onCancel={close} />
}

interface ChooseProps {
  slug: string
  contact: Contact
  onChoose: (other: Contact) => void
  onCancel: () => void
}

const mostShown = 6

function Choose({ slug, contact, onChoose, onCancel }: ChooseProps) {
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim())
  const found = useInfiniteQuery({
    ...contactsQuery(slug, { q, label: '', field: '', value: '' }),
    placeholderData: keepPreviousData,
  })
  const others = (found.data?.pages[0]?.items ?? []).filter(({ id }) => id !== contact.id).slice(0, mostShown)
  return (
    <div className="flex flex-col gap-2">
      <p className="text-ink-soft">Who else is {contactName(contact)}?</p>
      <SearchBox label="Search for the other contact" value={typed} onChange={setTyped} />
      <ul aria-label="Contacts to merge with" className="flex flex-col">
        {others.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              onClick={() => onChoose(other)}
              className="flex w-full items-center gap-3 rounded-md px-2 py-1.5 text-left hover:bg-sunken"
            >
              <Avatar name={contactName(other)} />
              <span className="min-w-0">
                <span className="block truncate font-medium">{contactName(other)}</span>
                <span className="figures block truncate text-xs text-ink-soft">
                  {[other.phone, other.email].filter(Boolean).join(' · ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.data && others.length === 0 && <p className="text-ink-soft">Nobody else found.</p>}
      {found.error && (
        <p role="alert" className="text-xs text-red">
          {found.error.message}
        </p>
      )}
      <div className="flex justify-end">
        <Button tone="quiet" size="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
