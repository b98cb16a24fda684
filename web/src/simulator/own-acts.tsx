import { EllipsisVertical, Pencil, Trash2 } from 'lucide-react'
import { iconButtonClass } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Menu, MenuItem } from '../ui/menu.tsx'
import type { Outgoing, PhoneMessage } from './phone-types.ts'

interface OwnActsProps {
  message: PhoneMessage
  onAct: (wish: Outgoing) => void
  onEdit: (message: PhoneMessage) => void
}

/** Edit what one wrote, or take it back. */
export function OwnActs({ message, onAct, onEdit }: OwnActsProps) {
  if (message.revoked || message.status === 'sending' || message.status === 'unsent') return null
  const trigger = (
    <button type="button" aria-label="Edit or delete" title="Edit or delete" className={cx(iconButtonClass, 'size-8')}>
      <EllipsisVertical aria-hidden className="size-4" />
    </button>
  )
  return (
    <span className="bubble-acts shrink-0">
      <Menu trigger={trigger} align="end">
        {message.type === 'text' && (
          <MenuItem onSelect={() => onEdit(message)}>
            <Pencil aria-hidden className="size-4" /> Edit
          </MenuItem>
        )}
        <MenuItem onSelect={() => onAct({ revoke: { messageId: message.id } })}>
          <Trash2 aria-hidden className="size-4" /> Delete
        </MenuItem>
      </Menu>
    </span>
  )
}
