import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Contact, Identity } from '../../lib/api-types.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Broken } from '../../ui/broken.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { When } from '../../ui/when.tsx'
import { contactName } from './contact-name.ts'
import { sayValue } from './fields/say-value.ts'
import { labelClass } from './labels.tsx'
import { contactQuery, fieldsQuery } from './queries.ts'
import { RenameContact } from './rename-contact.tsx'

interface PersonPanelProps {
  slug: string
  contactId: string
  /** More lines for the list of facts, from whoever shows the panel. */
  more?: ReactNode
}

/** What is known of a person. */
export function PersonPanel({ slug, contactId, more }: PersonPanelProps) {
  const { data: contact, error, refetch } = useQuery(contactQuery(slug, contactId))
  if (error && !contact) return <Broken title="This person could not be loaded" error={error} onRetry={refetch} />
  if (!contact) return <PanelSkeleton />
  return (
    <div className="flex flex-col gap-5 p-5">
      <div className="flex flex-col items-center gap-3 text-center">
        <Avatar name={contactName(contact)} size="large" />
        <RenameContact key={contact.id} slug={slug} contact={contact} />
      </div>
      <dl className="flex flex-col gap-3 border-t border-line pt-5">
        {contact.phone && (
          <PersonFact name="Phone">
            <a href={`tel:${contact.phone}`} className="figures text-accent-ink hover:underline">
              {contact.phone}
            </a>
          </PersonFact>
        )}
        {contact.email && (
          <PersonFact name="Email">
            <a href={`mailto:${contact.email}`} className="break-all text-accent-ink hover:underline">
              {contact.email}
            </a>
          </PersonFact>
        )}
        {contact.username && <PersonFact name="WhatsApp username">@{contact.username}</PersonFact>}
        <FieldFacts slug={slug} contact={contact} />
        <Identities contact={contact} />
        {contact.labels.length > 0 && (
          <PersonFact name="Labels">
            <span className="flex flex-wrap gap-1.5 pt-1">
              {contact.labels.map((label) => (
                <span key={label} className={labelClass}>
                  <span className="truncate">{label}</span>
                </span>
              ))}
            </span>
          </PersonFact>
        )}
        {contact.notes && (
          <PersonFact name="Notes">
            <span className="whitespace-pre-line">{contact.notes}</span>
          </PersonFact>
        )}
        <PersonFact name="First seen">
          <When at={contact.createdAt} spoken />
        </PersonFact>
        {more}
      </dl>
      <Link
        to="/w/$slug/contacts/$contactId"
        params={{ slug, contactId: contact.id }}
        className={cx(buttonClass('plain'), 'w-full')}
      >
        Open the contact
      </Link>
    </div>
  )
}

/** One line of what is known. */
export function PersonFact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-ink-soft">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  )
}

const kinds: Record<Identity['kind'], string> = {
  phone: 'Phone',
  whatsapp_user_id: 'WhatsApp ID',
  email: 'Email',
}

/** Only what the lines above do not say already. */
function Identities({ contact }: { contact: Contact }) {
  const others = contact.identities.filter(({ value }) => value !== contact.phone && value !== contact.email)
  return others.map((identity) => (
    <PersonFact key={identity.id} name={kinds[identity.kind]}>
      <span className="figures break-all">{identity.value}</span>
    </PersonFact>
  ))
}

function FieldFacts({ slug, contact }: { slug: string; contact: Contact }) {
  const fields = useQuery(fieldsQuery(slug)).data ?? []
  return contact.fields.map(({ fieldId, value }) => {
    const field = fields.find(({ id }) => id === fieldId)
    return (
      field && (
        <PersonFact key={fieldId} name={field.name}>
          {sayValue(field, value)}
        </PersonFact>
      )
    )
  })
}

function PanelSkeleton() {
  return (
    <div role="status" aria-label="Loading the person" className="flex flex-col items-center gap-3 p-5">
      <Skeleton className="size-16 rounded-full" />
      <Skeleton className="h-6 w-40" />
      <Skeleton className="mt-6 h-8 w-full" />
      <Skeleton className="h-8 w-full" />
    </div>
  )
}
