import { ExternalLink, List, MapPin } from 'lucide-react'
import { Menu, MenuGroup, MenuItem } from '../ui/menu.tsx'
import type { Outgoing, PhoneMessage } from './phone-types.ts'
import { listIn, objectIn, textIn } from './read-json.ts'

const optionClass =
  'flex w-full min-w-40 items-center justify-center gap-1.5 rounded-lg bg-bubble-customer px-3 py-2 text-sm font-medium ' +
  'text-accent-ink hover:bg-sunken'

/** The buttons or the list under a message of the business; a tap answers, or opens a page. */
export function Options({ message, onAct }: { message: PhoneMessage; onAct: (wish: Outgoing) => void }) {
  if (message.type === 'template') return <TemplateOptions message={message} onAct={onAct} />
  if (message.type !== 'interactive') return null
  const action = objectIn(message.content, 'action')
  const choose = (id: string) => onAct({ choice: { messageId: message.id, id } })
  const buttons = listIn(action, 'buttons').map((button) => objectIn(button, 'reply'))
  const link = objectIn(action, 'parameters')
  return (
    <div className="mt-1 flex w-fit max-w-[18.5rem] flex-col gap-1">
      {buttons.map((button) => (
        <button key={String(button.id)} type="button" onClick={() => choose(String(button.id))} className={optionClass}>
          {textIn(button, 'title')}
        </button>
      ))}
      <Rows action={action} onChoose={choose} />
      {action.name === 'cta_url' && (
        <a href={pageIn(link)} target="_blank" rel="noreferrer" className={optionClass}>
          <ExternalLink aria-hidden className="size-4" /> {textIn(link, 'display_text')}
        </a>
      )}
      {action.name === 'send_location' && (
        <button type="button" onClick={() => choose('send_location')} className={optionClass}>
          <MapPin aria-hidden className="size-4" /> Send location
        </button>
      )}
    </div>
  )
}

/** What stands below a template: answers to tap, a page to open, a number to call. */
function TemplateOptions({ message, onAct }: { message: PhoneMessage; onAct: (wish: Outgoing) => void }) {
  const buttons = listIn(message.content, 'buttons')
  if (buttons.length === 0) return null
  return (
    <div className="mt-1 flex w-fit max-w-[18.5rem] flex-col gap-1">
      {buttons.map((button) => {
        const text = textIn(button, 'text') ?? ''
        return button.type === 'QUICK_REPLY' ? (
          <button
            key={text}
            type="button"
            onClick={() => onAct({ choice: { messageId: message.id, id: text } })}
            className={optionClass}
          >
            {text}
          </button>
        ) : (
          <a key={text} href={pageIn(button)} target="_blank" rel="noreferrer" className={optionClass}>
            <ExternalLink aria-hidden className="size-4" /> {text}
          </a>
        )
      })}
    </div>
  )
}

function Rows({ action, onChoose }: { action: Record<string, unknown>; onChoose: (id: string) => void }) {
  const sections = listIn(action, 'sections')
  if (sections.length === 0) return null
  return (
    <Menu
      trigger={
        <button type="button" className={optionClass}>
          <List aria-hidden className="size-4" /> {textIn(action, 'button') ?? 'Choose'}
        </button>
      }
    >
      {sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections of a message never move
        <MenuGroup key={at} label={textIn(section, 'title')}>
          {listIn(section, 'rows').map((row) => (
            <MenuItem key={String(row.id)} onSelect={() => onChoose(String(row.id))}>
              <span>
                {textIn(row, 'title')}
                <span className="block text-xs text-ink-soft">{textIn(row, 'description')}</span>
              </span>
            </MenuItem>
          ))}
        </MenuGroup>
      ))}
    </Menu>
  )
}

function pageIn(link: Record<string, unknown>): string | undefined {
  const url = textIn(link, 'url')
  return url && /^https?:\/\//i.test(url) ? url : undefined
}
