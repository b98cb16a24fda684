import { ArrowLeft, Check, UserPlus } from 'lucide-react'
import { Avatar } from '../ui/avatar.tsx'
import { Broken } from '../ui/broken.tsx'
import { IconButton } from '../ui/button.tsx'
import { Heading } from './heading.tsx'
import { loadPhone } from './phone-api.ts'
import type { Person } from './phone-types.ts'
import { ListSkeleton } from './skeletons.tsx'
import { useFresh } from './use-fresh.ts'
import { chatsPlace, go, newPersonPlace } from './use-place.ts'

/** Choose whose phone this is. */
export function People({ chosen }: { chosen: string | null }) {
  const { data, error, reload } = useFresh(loadPhone, 'people')
  if (!data && error) return <Broken title="Nobody is here" error={error} onRetry={reload} />
  if (!data) return <ListSkeleton />
  return (
    <div className="flex h-full flex-col">
      <div className="flex items-center gap-1 py-3 pr-4 pl-2">
        <IconButton label="Back to chats" onClick={() => go(chosen ? chatsPlace(chosen) : '#/')}>
          <ArrowLeft aria-hidden className="size-5" />
        </IconButton>
        <Heading className="text-xl font-semibold">Whose phone is it?</Heading>
      </div>
      <ul aria-label="People" className="min-h-0 flex-1 overflow-y-auto">
        {data.customers.map((person) => (
          <li key={person.id}>
            <PersonRow person={person} isChosen={person.id === chosen} />
          </li>
        ))}
        <li>
          <button
            type="button"
            onClick={() => go(newPersonPlace)}
            className="flex w-full items-center gap-3 px-4 py-3 text-left text-base font-medium text-accent-ink hover:bg-sunken focus-visible:-outline-offset-2"
          >
            <span className="inline-flex size-10 items-center justify-center rounded-full bg-accent-wash">
              <UserPlus aria-hidden className="size-5" />
            </span>
            New customer
          </button>
        </li>
      </ul>
    </div>
  )
}

function PersonRow({ person, isChosen }: { person: Person; isChosen: boolean }) {
  return (
    <button
      type="button"
      aria-current={isChosen || undefined}
      onClick={() => go(chatsPlace(person.id))}
      className="flex w-full items-center gap-3 px-4 py-2.5 text-left hover:bg-sunken focus-visible:-outline-offset-2"
    >
      <Avatar name={person.name} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-base font-medium">{person.name}</span>
        <span className="figures block text-sm text-ink-soft">{person.phone}</span>
      </span>
      {isChosen && <Check aria-hidden className="size-5 text-accent-ink" />}
    </button>
  )
}
