import { UserPlus } from 'lucide-react'
import type { Conversation, Member } from '../../../lib/api-types.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { buttonClass } from '../../../ui/button.tsx'
import { Menu, MenuChoice } from '../../../ui/menu.tsx'
import { useChangeConversation } from '../change-conversation.ts'

interface AssignMenuProps {
  slug: string
  conversation: Conversation
  members: Member[]
  memberId: string | undefined
}

/** Who has the conversation, and the way to take it or hand it on. */
export function AssignMenu({ slug, conversation, members, memberId }: AssignMenuProps) {
  const change = useChangeConversation(slug, conversation.id)
  const { assignee } = conversation
  const me = members.filter((member) => member.id === memberId)
  const others = members.filter((member) => member.id !== memberId)
  const options = [
    ...me.map((member) => ({ value: member.id, label: `${member.name} (me)` })),
    ...others.map((member) => ({ value: member.id, label: member.name })),
    { value: '', label: 'Nobody' },
  ]
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" title={change.error?.message} className={buttonClass('quiet', 'small')}>
          {assignee ? <Avatar name={assignee.name} size="small" /> : <UserPlus aria-hidden className="size-4" />}
          <span className="max-w-28 truncate max-sm:sr-only">
            {assignee && <span className="sr-only">Assigned to </span>}
            {assignee?.name ?? 'Assign'}
          </span>
        </button>
      }
    >
      <MenuChoice
        label="Assign to"
        value={assignee?.id ?? ''}
        options={options}
        onChange={(value) => change.mutate({ assigneeId: value || null })}
      />
    </Menu>
  )
}
