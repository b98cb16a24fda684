import { Plus } from 'lucide-react'
import { iconButtonClass } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { Menu, MenuItem } from '../../../ui/menu.tsx'
import { type EditorKind, editors } from './editors/editors.ts'

/** What else than a text one can send. */
export function AttachMenu({ onChoose }: { onChoose: (kind: EditorKind) => void }) {
  const trigger = (
    <button
      type="button"
      aria-label="Send something else"
      title="Send something else"
      className={cx(iconButtonClass, 'size-10')}
    >
      <Plus aria-hidden className="size-5" />
    </button>
  )
  return (
    <Menu trigger={trigger} side="top">
      {Object.entries(editors).map(([kind, { icon: Icon, title }]) => (
        <MenuItem key={kind} onSelect={() => onChoose(kind as EditorKind)}>
          <Icon aria-hidden className="size-4 text-ink-soft" /> {title}
        </MenuItem>
      ))}
    </Menu>
  )
}
