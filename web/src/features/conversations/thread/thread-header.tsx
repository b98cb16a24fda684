import { Link } from '@tanstack/react-router'
import { ArrowLeft, PanelRight } from 'lucide-react'
import type { Conversation, Member } from '../../../lib/api-types.ts'
import { IconButton, iconButtonClass } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { contactName } from '../contact-name.ts'
import { FilingButtons } from '../filing-buttons.tsx'
import { AskForPerson } from '../handoff/ask-for-person.tsx'
import { AssignMenu } from './assign-menu.tsx'
import { StatusMenu } from './status-menu.tsx'

interface ThreadHeaderProps {
  slug: string
  conversation: Conversation
  members: Member[]
  memberId: string | undefined
  isPersonShown: boolean
  onPerson: () => void
}

/** Who this is, who has it and where it stands. */
export function ThreadHeader(props: ThreadHeaderProps) {
  const { slug, conversation, members, memberId, isPersonShown, onPerson } = props
  const name = contactName(conversation.contact)
  return (
    <header className="flex h-14 shrink-0 items-center gap-1 border-b border-line px-2 md:px-4">
      <Link
        to="/w/$slug/inbox"
        params={{ slug }}
        search={(kept) => kept}
        aria-label="Back to the list"
        className={cx(iconButtonClass, 'md:hidden')}
      >
        <ArrowLeft aria-hidden className="size-5" />
      </Link>
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-base font-semibold">{name}</h1>
        {conversation.contact.phone && conversation.contact.phone !== name && (
          <p className="figures hidden truncate text-xs text-ink-soft sm:block">{conversation.contact.phone}</p>
        )}
      </div>
      <AskForPerson slug={slug} conversation={conversation} />
      <FilingButtons conversation={conversation} />
      <AssignMenu slug={slug} conversation={conversation} members={members} memberId={memberId} />
      <StatusMenu slug={slug} conversation={conversation} />
      <IconButton label="About this person" aria-expanded={isPersonShown} onClick={onPerson} className="xl:hidden">
        <PanelRight aria-hidden className="size-5" />
      </IconButton>
    </header>
  )
}
