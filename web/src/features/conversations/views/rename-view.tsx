import { type KeyboardEvent, useState } from 'react'
import { cx } from '../../../ui/cx.ts'
import { inputClass } from '../../../ui/field.tsx'

/** The view's name as a box at the top of its menu; Enter or leaving it renames. */
export function RenameView({ name, onRename }: { name: string; onRename: (name: string) => void }) {
  const [text, setText] = useState(name)
  const rename = () => {
    const next = text.trim()
    if (next !== '' && next !== name) onRename(next)
  }
  // Letters typed here are no keys of the menu.
  const keep = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') return
    event.stopPropagation()
    if (event.key === 'Enter') rename()
  }
  return (
    <input
      type="text"
      aria-label="Name of the view"
      value={text}
      maxLength={60}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={keep}
      onBlur={rename}
      className={cx(inputClass, 'mb-1 h-9')}
    />
  )
}
