import type { Contact } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { When } from '../../ui/when.tsx'
import { useUnmerge } from './use-contact-acts.ts'

/** Who was merged into this person, each with a way back. */
export function MergedContacts({ slug, contact }: { slug: string; contact: Contact }) {
  const unmerge = useUnmerge(slug)
  if (contact.merged.length === 0) return null
  return (
    <ul className="mb-2 flex flex-col gap-2.5">
      {contact.merged.map((twin) => {
        const name = twin.name ?? twin.phone ?? 'Unknown person'
        return (
          <li key={twin.id} className="flex items-start justify-between gap-3">
            <div className="min-w-0">
              <p className="truncate font-medium">{name}</p>
              <p className="text-xs text-ink-soft">
                {twin.phone && twin.phone !== name && <span className="figures">{twin.phone} · </span>}
                merged <When at={twin.mergedAt} spoken />
              </p>
              {twin.notes && <p className="mt-1 text-sm whitespace-pre-line text-ink-soft">{twin.notes}</p>}
            </div>
            <Button
              size="small"
              aria-label={`Separate ${name} again`}
              busy={unmerge.isPending && unmerge.variables === twin.id}
              onClick={() => unmerge.mutate(twin.id)}
            >
              Separate
            </Button>
          </li>
        )
      })}
      {unmerge.error && (
        <li role="alert" className="text-sm text-red">
          {unmerge.error.message}
        </li>
      )}
    </ul>
  )
}
