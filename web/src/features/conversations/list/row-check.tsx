import { cx } from '../../../ui/cx.ts'
import { listedKeys } from './focus-row.ts'
import { selectTo, toggleSelected, useIsSelected, useSelectedCount } from './selection.ts'

/** The box that selects a row; over the picture, where a pointer is near or something is selected already. */
export function RowCheck({ id, name, isSelecting }: { id: string; name: string; isSelecting: boolean }) {
  const isSelected = useIsSelected(id)
  const isAny = useSelectedCount() > 0 || isSelecting
  return (
    <label
      className={cx(
        'absolute top-3.5 left-4 z-10 size-10 items-center justify-center rounded-full bg-surface',
        isAny ? 'flex' : 'hidden pointer-fine:group-hover:flex',
      )}
    >
      <span className="sr-only">Select {name}</span>
      <input
        type="checkbox"
        tabIndex={isAny ? 0 : -1}
        checked={isSelected}
        onChange={() => undefined}
        onClick={(event) => (event.shiftKey ? selectTo(id, listedKeys()) : toggleSelected(id))}
        className="size-4.5 accent-[var(--accent)]"
      />
    </label>
  )
}
