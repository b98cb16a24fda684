import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import type { Contact } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { contactName } from './contact-name.ts'
import { labelClass } from './labels.tsx'
import { PersonFact } from './person-panel.tsx'
import { mergePreviewQuery } from './queries.ts'
import { useMerge } from './use-contact-acts.ts'

interface MergePreviewProps {
  slug: string
  contact: Contact
  other: Contact
  onClose: () => void
}

/** What the card will show once the two are one, with a way to turn it round, before anything is done. */
export function MergePreview({ slug, contact, other, onClose }: MergePreviewProps) {
  const [isTurned, setTurned] = useState(false)
  const [stays, goes] = isTurned ? [other, contact] : [contact, other]
  const preview = useQuery(mergePreviewQuery(slug, { id: goes.id, into: stays.id }))
  const merge = useMerge(slug)
  const navigate = useNavigate()
  const mergeThem = () =>
    merge.mutate(
      { id: goes.id, into: stays.id },
      {
        onSuccess() {
          onClose()
          navigate({ to: '/w/$slug/contacts/$contactId', params: { slug, contactId: stays.id } })
        },
      },
    )
  const error = merge.error ?? preview.error

  return (
    <section
      aria-label="Preview of the merged contact"
      className="flex flex-col gap-3 rounded-md border border-line bg-surface p-3"
    >
      <p>
        <strong className="font-semibold">{contactName(goes)}</strong> becomes part of{' '}
        <strong className="font-semibold">{contactName(stays)}</strong>. The card will show:
      </p>
      {preview.isPending && <Skeleton className="h-24 w-full" />}
      {preview.data && <Preview card={preview.data} />}
      <p className="text-xs text-ink-soft">
        New messages from any of these numbers go into one conversation. The older thread stays readable here, and you
        can separate the two again at any time.
      </p>
      {error && (
        <p role="alert" className="text-sm text-red">
          {error.message}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button tone="quiet" size="small" className="mr-auto -ml-2.5" onClick={() => setTurned(!isTurned)}>
          <ArrowLeftRight aria-hidden className="size-4" /> The other way round
        </Button>
        <span className="flex gap-2">
          <Button tone="quiet" size="small" onClick={onClose}>
            Cancel
          </Button>
          <Button tone="primary" size="small" busy={merge.isPending} disabled={!preview.data} onClick={mergeThem}>
            Merge
          </Button>
        </span>
      </div>
    </section>
  )
}

function Preview({ card }: { card: Contact }) {
  return (
    <dl className="flex flex-col gap-2 border-y border-line py-3">
      <PersonFact name="Name">{contactName(card)}</PersonFact>
      <PersonFact name="Numbers and addresses">
        {card.identities.map(({ id, value }) => (
          <span key={id} className="figures block break-all">
            {value}
          </span>
        ))}
        {card.identities.length === 0 && 'None'}
      </PersonFact>
      {card.labels.length > 0 && (
        <PersonFact name="Labels">
          <span className="flex flex-wrap gap-1.5 pt-1">
            {card.labels.map((label) => (
              <span key={label} className={labelClass}>
                <span className="truncate">{label}</span>
              </span>
            ))}
          </span>
        </PersonFact>
      )}
      {card.notes && (
        <PersonFact name="Notes">
          <span className="whitespace-pre-line">{card.notes}</span>
        </PersonFact>
      )}
    </dl>
  )
}
