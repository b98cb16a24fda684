import { ChevronDown } from 'lucide-react'
import type { Conversation, ConversationStatus } from '../../../lib/api-types.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { Menu, MenuChoice } from '../../../ui/menu.tsx'
import { useChangeConversation } from '../change-conversation.ts'
import { statuses } from '../filters.ts'
import { statusWord } from '../status-words.ts'

const options = statuses.map((value) => ({ value, label: statusWord[value] }))

/** Where the conversation stands, and the way to move it. */
export function StatusMenu({ slug, conversation }: { slug: string; conversation: Conversation }) {
  const change = useChangeConversation(slug, conversation.id)
  const status = change.isPending ? (change.variables.status ?? conversation.status) : conversation.status
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`Status: ${statusWord[status]}`}
          title={change.error?.message}
          className={buttonClass('plain', 'small')}
        >
          {statusWord[status]}
          <ChevronDown aria-hidden className="size-4 text-ink-soft" />
        </button>
      }
    >
      <MenuChoice
        label="Status"
        value={status}
        options={options}
        onChange={(value) => change.mutate({ status: value as ConversationStatus })}
      />
    </Menu>
  )
}
