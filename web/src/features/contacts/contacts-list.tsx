import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { SearchX, Users } from 'lucide-react'
import { useState } from 'react'
import type { Contact } from '../../lib/api-types.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { useSlug } from '../../lib/use-slug.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Broken } from '../../ui/broken.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { contactName } from './contact-name.ts'
import { contactsQuery } from './queries.ts'

/** Everyone who ever wrote, found by name or number. */
export function ContactsList() {
  usePageTitle('Contacts')
  const slug = useSlug()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim())
  const contacts = useInfiniteQuery({ ...contactsQuery(slug, q), placeholderData: keepPreviousData })
  const people = contacts.data?.pages.flatMap((page) => page.items) ?? []

  return (
    <>
      <header className="flex flex-col gap-3 border-b border-line px-4 py-3">
        <h1 className="text-base font-semibold">Contacts</h1>
        <SearchBox label="Search contacts" value={typed} onChange={setTyped} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {contacts.isPending && <RowsSkeleton label="Loading contacts" />}
        {contacts.error && !contacts.data && (
          <Broken title="The contacts could not be loaded" error={contacts.error} onRetry={() => contacts.refetch()} />
        )}
        {contacts.data && people.length === 0 && <NoContacts q={q} onClear={() => setTyped('')} />}
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
  const second = [contact.phone, contact.email].filter((value) => value && value !== name).join(' · ')
  return (
    <li className="[contain-intrinsic-size:auto_60px] [content-visibility:auto]">
      <Link
        to="/w/$slug/contacts/$contactId"
        params={{ slug, contactId: contact.id }}
        aria-current={contactId === contact.id ? 'page' : undefined}
        className="flex items-center gap-3 border-b border-line px-4 py-2.5 -outline-offset-2 hover:bg-sunken aria-[current]:bg-accent-wash"
      >
        <Avatar name={name} />
        <span className="min-w-0">
          <span className="block truncate font-medium">{name}</span>
          {second && <span className="figures block truncate text-ink-soft">{second}</span>}
        </span>
      </Link>
    </li>
  )
}

function NoContacts({ q, onClear }: { q: string; onClear: () => void }) {
  if (!q) {
    return (
      <Empty icon={Users} title="Nobody yet">
        Whoever writes to your number appears here by itself.
      </Empty>
    )
  }
  return (
    <Empty
      icon={SearchX}
      title={`Nobody found for “${q}”`}
      action={<Button onClick={onClear}>Clear the search</Button>}
    />
  )
}
