import { AtSign, Mail, MessageCircle, Phone, Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Contact, Identity } from '../../lib/api-types.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useChangeContact, useRemoveIdentity } from './use-contact-acts.ts'

const icons = { phone: Phone, email: Mail, whatsapp_user_id: MessageCircle }
const words = { phone: 'phone number', email: 'email address', whatsapp_user_id: 'WhatsApp ID' }

/** Every way the person writes: numbers and addresses can be added and taken away. */
export function Identities({ slug, contact }: { slug: string; contact: Contact }) {
  const [adding, setAdding] = useState<'phone' | 'email' | null>(null)
  return (
    <div className="flex flex-col gap-2">
      {contact.username && (
        <p className="flex min-h-9 items-center gap-2.5">
          <AtSign aria-label="WhatsApp username" role="img" className="size-4 shrink-0 text-ink-soft" />
          <span className="min-w-0 break-all">@{contact.username}</span>
        </p>
      )}
      {contact.identities.length === 0 && !adding && <p className="text-ink-soft">No number or address yet.</p>}
      <ul className="flex flex-col">
        {contact.identities.map((identity) => (
          <OneIdentity key={identity.id} slug={slug} contactId={contact.id} identity={identity} />
        ))}
      </ul>
      {adding ? (
        <AddIdentity slug={slug} contactId={contact.id} kind={adding} onDone={() => setAdding(null)} />
      ) : (
        <div className="-ml-2.5 flex flex-wrap gap-1">
          <Button tone="quiet" size="small" onClick={() => setAdding('phone')}>
            <Plus aria-hidden className="size-4" /> Add a number
          </Button>
          <Button tone="quiet" size="small" onClick={() => setAdding('email')}>
            <Plus aria-hidden className="size-4" /> Add an address
          </Button>
        </div>
      )}
    </div>
  )
}

interface OneProps {
  slug: string
  contactId: string
  identity: Identity
}

function OneIdentity({ slug, contactId, identity }: OneProps) {
  const { kind, value } = identity
  const removal = useRemoveIdentity(slug, contactId)
  const Icon = icons[kind]
  return (
    <li className="flex min-h-9 items-center gap-2.5">
      <Icon aria-label={words[kind]} role="img" className="size-4 shrink-0 text-ink-soft" />
      {kind === 'whatsapp_user_id' ? (
        <span className="figures min-w-0 flex-1 break-all">{value}</span>
      ) : (
        <a
          href={`${kind === 'phone' ? 'tel' : 'mailto'}:${value}`}
          className="figures min-w-0 flex-1 break-all text-accent-ink hover:underline"
        >
          {value}
        </a>
      )}
      {kind !== 'whatsapp_user_id' && (
        <Confirm
          trigger={
            <IconButton label={`Remove ${value}`}>
              <X aria-hidden className="size-4" />
            </IconButton>
          }
          title={`Remove ${value}?`}
          act="Remove"
          busy={removal.isPending}
          error={removal.error}
          onConfirm={() => removal.mutate(identity.id)}
        >
          Whoever writes from this {words[kind]} next will appear as a new contact. What was said so far stays here.
        </Confirm>
      )}
    </li>
  )
}

interface AddProps {
  slug: string
  contactId: string
  kind: 'phone' | 'email'
  onDone: () => void
}

function AddIdentity({ slug, contactId, kind, onDone }: AddProps) {
  const change = useChangeContact(slug, contactId)
  const isPhone = kind === 'phone'
  return (
    <Form
      label={isPhone ? 'Add a number' : 'Add an address'}
      error={change.error}
      onSubmit={(typed) => change.mutate({ [kind]: typed[kind] ?? '' }, { onSuccess: onDone })}
      className="flex flex-col gap-3"
    >
      <Field
        label={isPhone ? 'Phone number' : 'Email address'}
        name={kind}
        type={isPhone ? 'tel' : 'email'}
        autoComplete="off"
        autoFocus
        {...(isPhone ? { hint: 'Without a country code it is read as one of your country.' } : {})}
      />
      <div className="flex justify-end gap-2">
        <Button tone="quiet" size="small" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" size="small" busy={change.isPending}>
          Add
        </Button>
      </div>
    </Form>
  )
}
