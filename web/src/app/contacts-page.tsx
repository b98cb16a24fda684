import { Link, useMatchRoute, useParams } from '@tanstack/react-router'
import { ArrowLeft, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { ContactCard } from '../features/contacts/contact-card.tsx'
import { ContactsList } from '../features/contacts/contacts-list.tsx'
import { NewContactForm } from '../features/contacts/new-contact.tsx'
import { useMay } from '../features/tenancy/use-may.ts'
import { useSlug } from '../lib/use-slug.ts'
import { iconButtonClass } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { ContactConsent } from './consent-pages.tsx'
import { ContactThreads } from './contact-threads.tsx'
import { ContactLead } from './contacts-lead.tsx'

/** Everyone the business knows, and one of them beside the list; on a phone one at a time. */
export function ContactsPage() {
  const slug = useSlug()
  const may = useMay()
  const { contactId } = useParams({ strict: false })
  const isNew = Boolean(useMatchRoute()({ to: '/w/$slug/contacts/new', params: { slug } }))
  const isListAlone = !contactId && !isNew
  return (
    <div className="flex h-full min-h-0">
      <section
        aria-label="Contacts"
        className={cx(
          'min-h-0 w-full shrink-0 flex-col border-line bg-surface md:flex md:w-80 md:border-r',
          isListAlone ? 'flex' : 'hidden',
        )}
      >
        <ContactsList may={may} />
      </section>
      {isNew && (
        <Side slug={slug}>
          <NewContactForm />
        </Side>
      )}
      {contactId && (
        <Side slug={slug}>
          <ContactCard
            key={contactId}
            slug={slug}
            contactId={contactId}
            lead={<ContactLead slug={slug} contactId={contactId} />}
            consent={<ContactConsent slug={slug} contactId={contactId} />}
            threads={<ContactThreads slug={slug} contactId={contactId} />}
          />
        </Side>
      )}
      {isListAlone && <NobodyOpen />}
    </div>
  )
}

function Side({ slug, children }: { slug: string; children: ReactNode }) {
  return (
    <section aria-label="Person" className="min-h-0 min-w-0 flex-1 overflow-y-auto">
      <div className="flex h-14 items-center gap-1 px-2 md:hidden">
        <Link to="/w/$slug/contacts" params={{ slug }} aria-label="Back to the list" className={iconButtonClass}>
          <ArrowLeft aria-hidden className="size-5" />
        </Link>
        <h1 className="text-base font-semibold">Contact</h1>
      </div>
      {children}
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
