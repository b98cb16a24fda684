import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, Users } from 'lucide-react'
import { ContactsList } from '../features/contacts/contacts-list.tsx'
import { PersonPanel } from '../features/contacts/person-panel.tsx'
import { contactQuery } from '../features/contacts/queries.ts'
import { useSlug } from '../lib/use-slug.ts'
import { buttonClass, iconButtonClass } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'

/** Everyone the business knows, and one of them beside the list; on a phone one at a time. */
export function ContactsPage() {
  const slug = useSlug()
  const { contactId } = useParams({ strict: false })
  return (
    <div className="flex h-full min-h-0">
      <section
        aria-label="Contacts"
        className={cx(
          'min-h-0 w-full shrink-0 flex-col border-line bg-surface md:flex md:w-80 md:border-r',
          contactId ? 'hidden' : 'flex',
        )}
      >
        <ContactsList />
      </section>
      {contactId ? <Person key={contactId} slug={slug} contactId={contactId} /> : <NobodyOpen />}
    </div>
  )
}

function Person({ slug, contactId }: { slug: string; contactId: string }) {
  const contact = useQuery(contactQuery(slug, contactId)).data
  const q = contact?.phone ?? contact?.name
  return (
    <section aria-label="Person" className="min-h-0 flex-1 overflow-y-auto">
      <div className="flex h-14 items-center gap-1 px-2 md:hidden">
        <Link to="/w/$slug/contacts" params={{ slug }} aria-label="Back to the list" className={iconButtonClass}>
          <ArrowLeft aria-hidden className="size-5" />
        </Link>
        <h1 className="text-base font-semibold">Contact</h1>
      </div>
      <div className="mx-auto max-w-100 md:pt-8">
        <PersonPanel slug={slug} contactId={contactId} />
        {q && (
          <div className="px-5">
            <Link
              to="/w/$slug/inbox"
              params={{ slug }}
              search={{ status: 'all', q }}
              className={cx(buttonClass('plain'), 'w-full')}
            >
              Show conversations
            </Link>
          </div>
        )}
      </div>
    </section>
  )
}

function NobodyOpen() {
  return (
    <div className="hidden min-w-0 flex-1 flex-col items-center justify-center gap-2 text-ink-soft md:flex">
      <Users aria-hidden className="size-8" strokeWidth={1.25} />
      <p>Choose a person</p>
    </div>
  )
}
