import { ArrowLeft } from 'lucide-react'
import { Avatar } from '../ui/avatar.tsx'
import { IconButton } from '../ui/button.tsx'
import type { Business, Person } from './phone-types.ts'
import { chatsPlace, go } from './use-place.ts'

/** With whom one is talking, and whether they are typing. */
export function ChatHead({ person, business, typing }: { person: Person; business: Business; typing: boolean }) {
  return (
    <header className="flex items-center gap-2 border-b border-line py-2 pr-3 pl-1.5">
      <IconButton label="Back to chats" onClick={() => go(chatsPlace(person.id))}>
        <ArrowLeft aria-hidden className="size-5" />
      </IconButton>
      <Avatar name={business.name} />
      <div className="min-w-0 flex-1 pl-1">
        <h2 className="truncate text-base leading-5 font-semibold">{business.name}</h2>
        <p className="figures truncate text-xs text-ink-soft" aria-live="polite">
          {typing ? <span className="text-accent-ink">typing…</span> : `Business · ${business.displayPhoneNumber}`}
        </p>
      </div>
    </header>
  )
}
