import { ArrowDown, ArrowUp, EllipsisVertical, Link2, Save, Trash2, Users } from 'lucide-react'
import type { SavedView } from '../../../lib/api-types.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Menu, MenuItem, MenuRule } from '../../../ui/menu.tsx'
import { type Filters, filterOfView, isNarrowed, isView } from '../filters.ts'
import { toast } from '../toasts.ts'
import { RenameView } from './rename-view.tsx'
import { useViewActs } from './use-view-acts.ts'

interface ViewMenuProps {
  slug: string
  view: SavedView
  /** Where it stands in its group, and where the last one does. */
  place: number
  last: number
  filters: Filters
}

/** What can be done with a view: rename, share, move, let it show what the list shows now, delete. */
export function ViewMenu({ slug, view, place, last, filters }: ViewMenuProps) {
  const { change, discard, save } = useViewActs(slug)
  const fail = { onError: (error: Error) => toast({ words: error.message, isTrouble: true }) }
  const amend = (wish: object) => change.mutate({ id: view.id, ...wish }, fail)
  const restore = () => save.mutate({ name: view.name, shared: view.shared, filter: view.filter }, fail)
  const drop = () =>
    discard.mutate(view.id, { ...fail, onSuccess: () => toast({ words: `Deleted “${view.name}”.`, undo: restore }) })
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label={`More about ${view.name}`}
          className="absolute right-0.5 size-8 opacity-0 focus-visible:opacity-100 group-hover:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-100"
        >
          <EllipsisVertical aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <RenameView name={view.name} onRename={(name) => amend({ name })} />
      {isNarrowed(filters) && !isView(filters, view) && (
        <MenuItem onSelect={() => amend({ filter: filterOfView(filters) })}>
          <Save aria-hidden className="size-4" /> Show what the list shows now
        </MenuItem>
      )}
      <MenuItem onSelect={() => amend({ shared: !view.shared })}>
        <Users aria-hidden className="size-4" /> {view.shared ? 'Keep for its maker only' : 'Share with everybody'}
      </MenuItem>
      <MenuItem onSelect={() => navigator.clipboard?.writeText(location.href)}>
        <Link2 aria-hidden className="size-4" /> Copy the address of this list
      </MenuItem>
      {place > 0 && (
        <MenuItem onSelect={() => amend({ place: place - 1 })}>
          <ArrowUp aria-hidden className="size-4" /> Move up
        </MenuItem>
      )}
      {place < last && (
        <MenuItem onSelect={() => amend({ place: place + 1 })}>
          <ArrowDown aria-hidden className="size-4" /> Move down
        </MenuItem>
      )}
      <MenuRule />
      <MenuItem onSelect={drop}>
        <Trash2 aria-hidden className="size-4" /> Delete
      </MenuItem>
    </Menu>
  )
}
