import { Popover } from '@base-ui/react/popover'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown, Hand, Inbox, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import type { SavedView } from '../../../lib/api-types.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { type Filters, filtersOfView, isNarrowed, isView } from '../filters.ts'
import { countsQuery, viewCountsQuery, viewsQuery } from '../queries.ts'
import { SaveView } from './save-view.tsx'
import { ViewMenu } from './view-menu.tsx'

interface ViewsProps {
  slug: string
  filters: Filters
  onFilters: (change: (kept: Filters) => Filters) => void
}

/** The inbox as it is and every way of looking at it that was kept, with how many each shows. */
export function ViewsNav({ slug, filters, onFilters }: ViewsProps) {
  const views = useQuery(viewsQuery(slug)).data ?? []
  const counts = useQuery(viewCountsQuery(slug)).data
  const waiting = useQuery(countsQuery(slug)).data?.handoffs
  const isKept = !filters.handoff && views.some((view) => isView(filters, view))
  const group = (name: string, shown: SavedView[]) =>
    shown.length > 0 && (
      <section aria-label={name} className="mt-4">
        <h2 className="px-2 pb-1 text-xs font-medium text-ink-soft">{name}</h2>
        <ul>
          {shown.map((view, place) => (
            <li key={view.id} className="group relative flex items-center">
              <ViewButton
                name={view.name}
                count={counts?.get(view.id)}
                isOn={!filters.handoff && isView(filters, view)}
                onChoose={() => onFilters(() => filtersOfView(view))}
              />
              <ViewMenu slug={slug} view={view} place={place} last={shown.length - 1} filters={filters} />
            </li>
          ))}
        </ul>
      </section>
    )
  return (
    <div>
      <ViewButton name="All open" isOn={!isNarrowed(filters)} onChoose={() => onFilters(() => ({}))} />
      <ViewButton
        name="Waiting for a person"
        icon={Hand}
        count={waiting ? (waiting >= 1_000 ? '999+' : `${waiting}`) : undefined}
        isOn={filters.handoff === 'waiting'}
        onChoose={() => onFilters(() => ({ handoff: 'waiting' }))}
      />
      {group(
        'My views',
        views.filter((view) => !view.shared),
      )}
      {group(
        'Shared views',
        views.filter((view) => view.shared),
      )}
      {isNarrowed(filters) && !isKept && !filters.handoff && <SaveView slug={slug} filters={filters} />}
      {views.length === 0 && !isNarrowed(filters) && (
        <p className="mt-3 px-2 text-xs text-ink-soft">Filter or search the inbox, then keep it here as a view.</p>
      )}
    </div>
  )
}

/** The same behind the inbox's name, where there is no room beside the list. */
export function ViewsMenu({ slug, filters, onFilters }: ViewsProps) {
  const [isOpen, setOpen] = useState(false)
  const views = useQuery(viewsQuery(slug)).data ?? []
  const shown = filters.handoff ? { name: 'Waiting for a person' } : views.find((view) => isView(filters, view))
  const choose: ViewsProps['onFilters'] = (change) => {
    setOpen(false)
    onFilters(change)
  }
  return (
    <div className="flex min-w-0 items-center">
      <h1 className="min-w-0 truncate text-base font-semibold">{shown?.name ?? 'Inbox'}</h1>
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        <Popover.Trigger
          render={
            <button
              type="button"
              aria-label="Views"
              className={cx(buttonClass('quiet', 'small'), 'px-1.5 min-[1600px]:hidden')}
            >
              <ChevronDown aria-hidden className="size-4 text-ink-soft" />
            </button>
          }
        />
        <Popover.Portal>
          <Popover.Positioner align="start" sideOffset={6} collisionPadding={8} className="z-50">
            <Popover.Popup
              aria-label="Views"
              className="max-h-[min(28rem,var(--available-height))] w-64 overflow-y-auto rounded-md border border-line bg-raised p-2 shadow-float"
            >
              <ViewsNav slug={slug} filters={filters} onFilters={choose} />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </div>
  )
}

interface ViewButtonProps {
  name: string
  icon?: LucideIcon
  count?: string | undefined
  isOn: boolean
  onChoose: () => void
}

function ViewButton({ name, icon: Icon = Inbox, count, isOn, onChoose }: ViewButtonProps) {
  return (
    <button
      type="button"
      aria-current={isOn ? 'true' : undefined}
      onClick={onChoose}
      className={cx(
        'flex h-9 w-full min-w-0 items-center gap-2 rounded-md pr-9 pl-2 text-left text-sm',
        isOn ? 'bg-accent-wash font-medium text-accent-ink' : 'hover:bg-sunken',
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0 text-ink-soft" />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {count !== undefined && count !== '0' && <span className="figures text-xs text-ink-soft">{count}</span>}
    </button>
  )
}
