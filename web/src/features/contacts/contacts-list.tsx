import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { SearchX, UserPlus, Users } from 'lucide-react'
import { useState } from 'react'
import type { Contact } from '../../lib/api-types.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { useSlug } from '../../lib/use-slug.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Broken } from '../../ui/broken.tsx'
import { Button, iconButtonClass } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { contactName } from './contact-name.ts'
import { FieldFilter } from './fields/field-filter.tsx'
import { FileMenu } from './file-menu.tsx'
import { LabelFilter } from './label-filter.tsx'
import { contactsQuery } from './queries.ts'
import { useListKeys } from './use-list-keys.ts'

/** Everyone the business knows, found by name, number or label. */
export function ContactsList({ may }: { may: (act: string) => boolean }) {
  usePageTitle('Contacts')
  const slug = useSlug()
  const [typed, setTyped] = useState('')
  const [label, setLabel] = useState('')
  const [said, setSaid] = useState({ field: '', value: '' })
  const q = useDebounced(typed.trim())
  useListKeys()
  const filters = { q, label, ...said }
  const contacts = useInfiniteQuery({ ...contactsQuery(slug, filters), placeholderData: keepPreviousData })
  const people = contacts.data?.pages.flatMap((page) => page.items) ?? []

  return (
    <>
      <header className="flex flex-col gap-3 border-b border-line px-4 py-3">
        <div className="flex h-8 items-center gap-1">
          <h1 className="flex-1 text-base font-semibold">Contacts</h1>
          <LabelFilter slug={slug} label={label} onChange={setLabel} />
          <FileMenu slug={slug} filters={filters} may={may} />
          <Link
            to="/w/$slug/contacts/new"
            params={{ slug }}
            aria-label="New contact"
            title="New contact"
            className={iconButtonClass}
          >
            <UserPlus aria-hidden className="size-4.5" />
          </Link>
        </div>
        <SearchBox label="Search contacts" value={typed} onChange={setTyped} />
        <FieldFilter slug={slug} said={said} onChange={setSaid} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {contacts.isPending && <RowsSkeleton label="Loading contacts" />}
        {contacts.error && !contacts.data && (
          <Broken title="The contacts could not be loaded" error={contacts.error} onRetry={() => contacts.refetch()} />
        )}
        {contacts.data && people.length === 0 && (
          <NoContacts
            q={q}
            label={label}
            isNarrowed={said.value !== ''}
            onClear={() => {
              setTyped('')
              setSaid({ field: '', value: '' })
              setLabel('')
            }}
          />
        )}
        <ul>
          {people.map((contact) => (
            <ContactRow key={contact.id} slug={slug} contact={contact} />
          ))}
        </ul>
        <LoadMore query={contacts} />
      </div>
    </>
  )
}

function ContactRow({ slug, contact }: { slug: string; contact: Contact }) {
  const { contactId } = useParams({ strict: false })
  const name = contactName(contact)
  const second = [contact.phone, contact.username && `@${contact.username}`, contact.email]
    .filter((value) => value && value !== name)
    .join(' · ')
  return (
    <li className="[contain-intrinsic-size:auto_60px] [content-visibility:auto]">
      <Link
        to="/w/$slug/contacts/$contactId"
        params={{ slug, contactId: contact.id }}
        data-contact-row=""
        aria-current={contactId === contact.id ? 'page' : undefined}
        className="flex items-center gap-3 border-b border-line px-4 py-2.5 -outline-offset-2 hover:bg-sunken aria-[current]:bg-accent-wash"
      >
        <Avatar name={name} />
        <span className="min-w-0">
          <span className="block truncate font-medium">{name}</span>
          {second && <span className="figures block truncate text-ink-soft">{second}</span>}
          {contact.labels.length > 0 && (
            <span className="block truncate text-xs text-ink-soft">{contact.labels.join(' · ')}</span>
          )}
        </span>
      </Link>
    </li>
  )
}

interface NoContactsProps {
  q: string
  label: string
  isNarrowed: boolean
  onClear: () => void
}

function NoContacts({ q, label, isNarrowed, onClear }: NoContactsProps) {
  if (!q && !label && !isNarrowed) {
    return (
      <Empty icon={Users} title="Nobody yet">
        Whoever writes to your number appears here by itself, and you can add people with the button above.
      </Empty>
    )
  }
  return (
    <Empty
      icon={SearchX}
      title={
        q
          ? `Nobody found for “${q}”${label ? ` under “${label}”` : ''}`
          : label
            ? `Nobody stands under “${label}”`
            : 'Nobody fits'
      }
      action={<Button onClick={onClear}>Show everyone</Button>}
    />
  )
}
