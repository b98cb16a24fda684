import type { LucideIcon } from 'lucide-react'
import type { FormEvent, KeyboardEvent, ReactNode, RefObject } from 'react'
import { useMedia } from '../../../lib/use-media.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { inputClass } from '../../../ui/field.tsx'
import { useAutosize } from './use-autosize.ts'
import { useFocusOnOpen } from './use-focus-on-open.ts'

/** What a box offers while one types: it is asked for each key first. */
export interface Completion {
  box: RefObject<HTMLTextAreaElement | null>
  listId: string
  activeId: string | null
  isOpen: boolean
  onKey: (event: KeyboardEvent) => boolean
  onCursor: () => void
}

interface WritingBoxProps {
  /** What the whole is called. */
  label: string
  /** What the box is called. */
  boxLabel: string
  placeholder: string
  text: string
  canSubmit: boolean
  submit: { label: string; shown: string; icon: LucideIcon }
  onChange: (text: string) => void
  onSubmit: () => void
  /** Above the box: what is answered. */
  above?: ReactNode
  /** Left of the box. */
  beside?: ReactNode
  /** A list the box opens while one types. */
  completion?: Completion
  /** Below the box: limits and troubles. */
  children: ReactNode
}

/** A box to write in that grows with its text, and its button. Enter submits where there is a keyboard. */
export function WritingBox({ label, boxLabel, placeholder, text, canSubmit, submit, ...rest }: WritingBoxProps) {
  const { onChange, onSubmit, above, beside, completion, children } = rest
  const box = useAutosize(text, completion?.box)
  const hasKeyboard = useMedia('(pointer: fine)')
  useFocusOnOpen(box, hasKeyboard)

  const send = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (canSubmit) onSubmit()
    box.current?.focus()
  }
  const sendOnEnter = (event: KeyboardEvent) => {
    if (completion?.onKey(event)) return
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !hasKeyboard) return
    send(event)
  }
  const Icon = submit.icon
  return (
    <form onSubmit={send} aria-label={label} className="pt-2">
      {above}
      <div className="mx-auto flex max-w-200 items-end gap-2 px-4">
        {beside}
        <textarea
          ref={box}
          rows={1}
          aria-label={boxLabel}
          placeholder={placeholder}
          value={text}
          dir="auto"
          enterKeyHint={hasKeyboard ? 'send' : 'enter'}
          onChange={(event) => {
            onChange(event.target.value)
            completion?.onCursor()
          }}
          onSelect={completion?.onCursor}
          {...(completion && comboboxOf(completion))}
          onKeyDown={sendOnEnter}
          className={cx(inputClass, 'max-h-48 min-h-10 min-w-0 flex-1 resize-none py-2 leading-5.5 md:leading-5.5')}
        />
        <button
          type="submit"
          aria-label={submit.label}
          disabled={!canSubmit}
          className={cx(buttonClass('primary'), 'px-3 sm:px-4')}
        >
          <Icon aria-hidden className="size-4" />
          <span className="hidden sm:inline">{submit.shown}</span>
        </button>
      </div>
      {children}
    </form>
  )
}

/** While a list is open the box says so, and which of it is the one Enter takes. */
function comboboxOf({ listId, activeId, isOpen }: Completion) {
  if (!isOpen) return { 'aria-autocomplete': 'list' } as const
  return {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': true,
    'aria-controls': listId,
    'aria-activedescendant': activeId ?? undefined,
  } as const
}
