import { cx } from '../../../ui/cx.ts'
import type { Slash } from './use-slash.ts'

/** The id of an option in the list, which the box names while it is the active one. */
export const optionId = (listId: string, at: number) => `${listId}-${at}`

/** The saved replies the typed word may mean, above the box. */
export function SlashList({ slash: { listId, options, active, isOpen, insert } }: { slash: Slash }) {
  if (!isOpen) return null
  return (
    <div className="relative mx-auto max-w-200 px-4">
      <div
        id={listId}
        role="listbox"
        aria-label="Saved replies"
        className="absolute right-4 bottom-1 left-4 z-20 max-h-72 overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-float"
      >
        {options.map((reply, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box listens to the keys
          <div
            key={reply.id}
            id={optionId(listId, at)}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            // The box keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => insert(reply)}
            ref={at === active ? (option) => option?.scrollIntoView({ block: 'nearest' }) : undefined}
            className={cx('cursor-default rounded-sm px-2.5 py-1.5', at === active && 'bg-sunken')}
          >
            <span className="flex items-baseline gap-2 text-sm font-medium">
              /{reply.shortcut}
              {!reply.shared && <span className="text-xs font-normal text-ink-soft">only mine</span>}
            </span>
            <span className="line-clamp-2 text-xs break-words text-ink-soft">{reply.text}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
