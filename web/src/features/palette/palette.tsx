import { Dialog } from '@base-ui/react/dialog'
import { Check, Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { keysOf } from '../../lib/shortcuts.ts'
import { cx } from '../../ui/cx.ts'
import { type Command, chooseCommands } from './command.ts'

interface PaletteProps {
  title: string
  placeholder: string
  commands: readonly Command[]
  recent: readonly string[]
  typed: string
  isSearching: boolean
  onType: (typed: string) => void
  onChoose: (command: Command) => void
  onClose: () => void
  /** Stands instead of the list. */
  children?: ReactNode
}

/** One box to type in and a list to choose from: the focus stays in the box, the arrows move the choice. */
export function Palette({ title, placeholder, children, onClose, ...rest }: PaletteProps) {
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(20_16_12/0.4)]" />
        <Dialog.Popup
          finalFocus={false}
          className="fixed top-[max(1rem,12dvh)] left-1/2 z-50 flex max-h-[min(30rem,76dvh)] w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-float"
        >
          <Dialog.Title className="sr-only">{title}</Dialog.Title>
          {children ?? <Combobox title={title} placeholder={placeholder} {...rest} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type ComboboxProps = Omit<PaletteProps, 'children' | 'onClose'>

function Combobox({ title, placeholder, commands, recent, typed, isSearching, onType, onChoose }: ComboboxProps) {
  const id = useId()
  const shown = chooseCommands(commands, typed, recent)
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, shown.length - 1)
  const optionId = (index: number) => `${id}-${index}`
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])

  const type = (text: string) => {
    setChosen(0)
    onType(text)
  }
  const walk = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key]
    const command = shown[at]
    if (next !== undefined) setChosen((next + shown.length) % Math.max(shown.length, 1))
    else if (event.key === 'Enter' && command) onChoose(command)
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        <Search aria-hidden className="size-4 shrink-0 text-ink-soft" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type in it
          autoFocus
          type="text"
          role="combobox"
          aria-label={title}
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown.length > 0 ? optionId(at) : undefined}
          aria-autocomplete="list"
          placeholder={placeholder}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={walk}
          className="h-12 min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-ink-soft md:text-sm"
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={title} className="min-h-0 flex-1 overflow-y-auto p-1.5">
        {shown.map((command, index) => (
          <Option
            key={`${command.group} ${command.id}`}
            id={optionId(index)}
            command={command}
            isAt={index === at}
            isFirst={command.group !== shown[index - 1]?.group}
            onPoint={() => setChosen(index)}
            onChoose={() => onChoose(command)}
          />
        ))}
      </div>
      <p role="status" className={cx('px-4 text-sm text-ink-soft', shown.length === 0 ? 'pb-4' : 'sr-only')}>
        {shown.length > 0 ? `${shown.length} choices` : isSearching ? 'Searching…' : 'Nothing fits. Try other words.'}
      </p>
    </>
  )
}

interface OptionProps {
  id: string
  command: Command
  isAt: boolean
  isFirst: boolean
  onPoint: () => void
  onChoose: () => void
}

function Option({ id, command, isAt, isFirst, onPoint, onChoose }: OptionProps) {
  const { icon: Icon, words, hint, shortcut, isChosen } = command
  return (
    <>
      {isFirst && (
        <div role="presentation" className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-soft">
          {command.group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the box above, where the focus is */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={isAt}
        onPointerMove={onPoint}
        onClick={onChoose}
        className={cx(
          'flex min-h-10 cursor-default items-center gap-3 rounded-md px-2.5 py-1.5',
          isAt && 'bg-accent-wash',
        )}
      >
        <Icon aria-hidden className="size-4 shrink-0 text-ink-soft" />
        <span className="min-w-0 flex-1 truncate text-sm">
          {words}
          {hint && <span className="text-ink-soft"> {hint}</span>}
          {isChosen && <span className="sr-only"> (on)</span>}
        </span>
        {isChosen && <Check aria-hidden className="size-4 shrink-0 text-accent-ink" />}
        {shortcut && (
          <kbd className="shrink-0 rounded-sm border border-line bg-sunken px-1.5 py-0.5 font-sans text-xs text-ink-soft">
            {keysOf(shortcut)}
          </kbd>
        )}
      </div>
    </>
  )
}
