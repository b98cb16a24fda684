import { Reply, SmilePlus } from 'lucide-react'
import { iconButtonClass } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Menu, MenuItem, MenuRule } from '../ui/menu.tsx'
import type { Outgoing, PhoneMessage } from './phone-types.ts'

const emojis = [
  { emoji: '👍', name: 'Thumbs up' },
  { emoji: '❤️', name: 'Heart' },
  { emoji: '😂', name: 'Laughing' },
  { emoji: '😮', name: 'Surprised' },
  { emoji: '🙏', name: 'Thank you' },
]

interface BubbleActsProps {
  message: PhoneMessage
  onAct: (wish: Outgoing) => void
  onAnswer: (message: PhoneMessage) => void
}

/** React to a message of the business or answer it. */
export function BubbleActs({ message, onAct, onAnswer }: BubbleActsProps) {
  const react = (emoji: string) => onAct({ reaction: { messageId: message.id, emoji } })
  const trigger = (
    <button type="button" aria-label="React or reply" title="React or reply" className={cx(iconButtonClass, 'size-8')}>
      <SmilePlus aria-hidden className="size-4" />
    </button>
  )
  return (
    <span className="bubble-acts shrink-0">
      <Menu trigger={trigger}>
        {emojis.map(({ emoji, name }) => (
          <MenuItem key={emoji} onSelect={() => react(emoji)}>
            <span aria-hidden>{emoji}</span> {name}
          </MenuItem>
        ))}
        {message.reactions.customer && <MenuItem onSelect={() => react('')}>Take reaction back</MenuItem>}
        <MenuRule />
        <MenuItem onSelect={() => onAnswer(message)}>
          <Reply aria-hidden className="size-4" /> Reply
        </MenuItem>
      </Menu>
    </span>
  )
}
