import { Popover } from '@base-ui/react/popover'
import { useQuery } from '@tanstack/react-query'
import { SlidersHorizontal } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { Channel, Member } from '../../../lib/api-types.ts'
import { IconButton } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { inputClass } from '../../../ui/field.tsx'
import { type Filters, without } from '../filters.ts'
import { LabelDot } from '../label-mark.tsx'
import { inboxLabelsQuery } from '../queries.ts'

interface FilterMenuProps {
  slug: string
  filters: Filters
  members: readonly Member[]
  channels: readonly Channel[]
  onChange: (change: (kept: Filters) => Filters) => void
}

/** What else narrows the list: whose, which labels, which number, and whether the customer waits for an answer. */
export function FilterMenu({ slug, filters, members, channels, onChange }: FilterMenuProps) {
  const count = [filters.label, filters.channelId, filters.waiting, filters.assignee].filter(Boolean).length
  const set = <Name extends keyof Filters>(name: Name, value: Filters[Name] | undefined) =>
    onChange((kept) => (value === undefined ? without(kept, name) : { ...kept, [name]: value }))
  return (
    <Popover.Root>
      <Popover.Trigger
        render={
          <IconButton
            label={count > 0 ? `Filter: ${count} on` : 'Filter'}
            className={cx('size-8', count > 0 && 'bg-accent-wash text-accent-ink')}
          >
            <SlidersHorizontal aria-hidden className="size-4" />
          </IconButton>
        }
      />
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={6} collisionPadding={8} className="z-50">
          <Popover.Popup
            aria-label="Filter"
            className="flex w-72 flex-col gap-4 rounded-md border border-line bg-raised p-4 shadow-float"
          >
            <Choice
              label="Assigned to"
              value={filters.assignee ?? ''}
              onChange={(value) => set('assignee', value || undefined)}
            >
              <option value="">Anybody</option>
              <option value="me">Me</option>
              <option value="none">Nobody</option>
              {members.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Choice>
            {channels.length > 1 && (
              <Choice
                label="Wrote to"
                value={filters.channelId ?? ''}
                onChange={(value) => set('channelId', value || undefined)}
              >
                <option value="">Any number</option>
                {channels.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Choice>
            )}
            <LabelChoice slug={slug} chosen={filters.label ?? []} onChange={(label) => set('label', label)} />
            <label className="flex items-center gap-2 text-sm">
              <input
                type="checkbox"
                checked={filters.waiting === true}
                onChange={(event) => set('waiting', event.target.checked || undefined)}
                className="size-4 accent-[var(--accent)]"
              />
              Waiting for an answer
            </label>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

interface ChoiceProps {
  label: string
  value: string
  onChange: (value: string) => void
  children: ReactNode
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={cx(inputClass, 'h-9')}
      >
        {children}
      </select>
    </div>
  )
}

interface LabelChoiceProps {
  slug: string
  chosen: readonly string[]
  onChange: (label: string[] | undefined) => void
}

function LabelChoice({ slug, chosen, onChange }: LabelChoiceProps) {
  const labels = useQuery(inboxLabelsQuery(slug)).data ?? []
  if (labels.length === 0) return null
  const toggle = (name: string) => {
    const next = chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">Labels</legend>
      <div className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto">
        {labels.map(({ id, name, colour }) => (
          <button
            key={id}
            type="button"
            aria-pressed={chosen.includes(name)}
            onClick={() => toggle(name)}
            className={cx(
              'inline-flex h-7 max-w-full items-center gap-1.5 rounded-full border px-2.5 text-xs font-medium',
              chosen.includes(name) ? 'border-accent bg-accent-wash text-accent-ink' : 'border-line hover:bg-sunken',
            )}
          >
            <LabelDot colour={colour} />
            <span className="truncate">{name}</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
