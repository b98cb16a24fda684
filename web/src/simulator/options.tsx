import { List } from 'lucide-react'
import { Menu, MenuItem } from '../ui/menu.tsx'
import type { Outgoing, PhoneMessage } from './phone-types.ts'
import { listIn, objectIn, textIn } from './read-json.ts'

const optionClass =
  'flex w-full min-w-40 items-center justify-center gap-1.5 rounded-lg bg-bubble-customer px-3 py-2 text-sm font-medium ' +
  'text-accent-ink hover:bg-sunken'

/** The buttons or the list under a message of the business; a tap answers. */
export function Options({ message, onAct }: { message: PhoneMessage; onAct: (wish: Outgoing) => void }) {
  if (message.type !== 'interactive') return null
  const action = objectIn(message.content, 'action')
  const choose = (id: string) => onAct({ choice: { messageId: message.id, id } })
  const buttons = listIn(action, 'buttons').map((button) => objectIn(button, 'reply'))
  const rows = listIn(action, 'sections').flatMap((section) => listIn(section, 'rows'))
  return (
    <div className="mt-1 flex w-fit max-w-[18.5rem] flex-col gap-1">
      {buttons.map((button) => (
        <button key={String(button.id)} type="button" onClick={() => choose(String(button.id))} className={optionClass}>
          {textIn(button, 'title')}
        </button>
      ))}
      {rows.length > 0 && (
        <Menu
          trigger={
            <button type="button" className={optionClass}>
              <List aria-hidden className="size-4" /> {textIn(action, 'button') ?? 'Choose'}
            </button>
          }
        >
          {rows.map((row) => (
            <MenuItem key={String(row.id)} onSelect={() => choose(String(row.id))}>
              <span>
                {textIn(row, 'title')}
                <span className="block text-xs text-ink-soft">{textIn(row, 'description')}</span>
              </span>
            </MenuItem>
          ))}
        </Menu>
      )}
    </div>
  )
}
