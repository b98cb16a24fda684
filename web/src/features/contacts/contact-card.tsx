import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import type { Contact } from '../../lib/api-types.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Broken } from '../../ui/broken.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { When } from '../../ui/when.tsx'
import { contactName } from './contact-name.ts'
import { FieldValues } from './fields/field-values.tsx'
import { Identities } from './identities.tsx'
import { Labels } from './labels.tsx'
import { MergeContact } from './merge-contact.tsx'
import { MergedContacts } from './merged-contacts.tsx'
import { Notes } from './notes.tsx'
import { contactQuery } from './queries.ts'
import { RenameContact } from './rename-contact.tsx'
import { Timeline } from './timeline.tsx'

interface ContactCardProps {
  slug: string
  contactId: string
  /** The person's conversations, from whoever shows the card. */
  threads: ReactNode
  /** Whether they may become a customer, from the same. */
  lead: ReactNode
  /** What they allow to be sent to them, from the same. */
  consent: ReactNode
}

/** A person's page: who they are and how they write at the left, what was said and what happened at the right. */
export function ContactCard({ slug, contactId, threads, lead, consent }: ContactCardProps) {
  const { data: contact, error, refetch } = useQuery(contactQuery(slug, contactId))
  if (error && !contact) return <Broken title="This person could not be loaded" error={error} onRetry={refetch} />
  if (!contact) return <CardSkeleton />
  if (contact.mergedInto)
    return <Navigate replace to="/w/$slug/contacts/$contactId" params={{ slug, contactId: contact.mergedInto }} />
  return <Card slug={slug} contact={contact} threads={threads} lead={lead} consent={consent} />
}

type CardProps = Pick<ContactCardProps, 'slug' | 'threads' | 'lead' | 'consent'> & { contact: Contact }

function Card({ slug, contact, threads, lead, consent }: CardProps) {
  usePageTitle(contactName(contact))
  return (
    <div className="mx-auto grid max-w-240 grid-cols-[minmax(0,1fr)] gap-x-10 px-5 pb-10 lg:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
      <div>
        <div className="flex flex-col items-center gap-3 py-5 text-center">
          <Avatar name={contactName(contact)} size="large" />
          <RenameContact slug={slug} contact={contact} />
          <p className="text-xs text-ink-soft">
            First seen <When at={contact.createdAt} spoken />
          </p>
        </div>
        <Part title="Numbers and addresses">
          <Identities slug={slug} contact={contact} />
        </Part>
        <FieldValues slug={slug} contact={contact} part={(values) => <Part title="More about them">{values}</Part>} />
        <Part title="May we write?">{consent}</Part>
        <Part title="Labels">
          <Labels slug={slug} contact={contact} />
        </Part>
        <Part title="Notes">
          <Notes slug={slug} contact={contact} />
        </Part>
        <Part title="The same person">
          <MergedContacts slug={slug} contact={contact} />
          <MergeContact slug={slug} contact={contact} />
        </Part>
      </div>
      <div className="lg:pt-5">
        <Part title="Lead">{lead}</Part>
        <Part title="Conversations">{threads}</Part>
        <Part title="History">
          <Timeline slug={slug} contact={contact} />
        </Part>
      </div>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-t border-line py-5 lg:first:border-t-0">
      <h3 id={id} className="mb-2.5 text-sm font-semibold">
        {title}
      </h3>
      {children}
    </section>
  )
}

function CardSkeleton() {
  return (
    <div role="status" aria-label="Loading the person" className="flex flex-col items-center gap-3 p-5">
      <Skeleton className="size-16 rounded-full" />
      <Skeleton className="h-6 w-40" />
      <Skeleton className="mt-6 h-8 w-full max-w-100" />
      <Skeleton className="h-8 w-full max-w-100" />
    </div>
  )
}
