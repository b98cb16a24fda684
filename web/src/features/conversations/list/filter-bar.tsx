import { useQuery } from '@tanstack/react-query'
import { ChevronDown, ListChecks } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ConversationCounts } from '../../../lib/api-types.ts'
import { buttonClass, IconButton } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { Menu, MenuChoice } from '../../../ui/menu.tsx'
import { effectiveStatus, type Filters, statuses, without } from '../filters.ts'
import { countsQuery } from '../queries.ts'
import { statusWord } from '../status-words.ts'
import { SearchFilter } from './search-filter.tsx'

interface FilterBarProps {
  slug: string
  filters: Filters
  views: ReactNode
  more: ReactNode
  onSelect: () => void
  onChange: (change: (kept: Filters) => Filters) => void
}

/** What narrows the list: where conversations stand, whose they are, what one searches for. */
export function FilterBar({ slug, filters, views, more, onSelect, onChange }: FilterBarProps) {
  const counts = useQuery(countsQuery(slug)).data
  return (
    <div className="flex shrink-0 flex-col gap-2 border-b border-line px-4 pt-3 pb-2">
      <div className="flex h-8 items-center justify-between gap-2">
        {views}
        <span className="flex items-center">
          <IconButton label="Select several" onClick={onSelect} className="size-8">
            <ListChecks aria-hidden className="size-4" />
          </IconButton>
          {more}
          <StatusFilter filters={filters} counts={counts} onChange={onChange} />
        </span>
      </div>
      <SearchFilter asked={filters.q ?? ''} onSearch={(q) => onChange((kept) => search(kept, q))} />
      {/* biome-ignore lint/a11y/useSemanticElements: three toggles, not fields of a form */}
      <div role="group" aria-label="Narrow the list" className="-mx-1 flex gap-1">
        <Chip
          label="Unread"
          count={counts?.unread}
          isOn={filters.unread === true}
          onToggle={(isOn) => onChange((kept) => (isOn ? { ...kept, unread: true } : without(kept, 'unread')))}
        />
        <Chip
          label="Mine"
          count={counts?.mine}
          isOn={filters.assignee === 'me'}
          onToggle={(isOn) => onChange((kept) => (isOn ? { ...kept, assignee: 'me' } : without(kept, 'assignee')))}
        />
        <Chip
          label="Unassigned"
          count={counts?.unassigned}
          isOn={filters.assignee === 'none'}
          onToggle={(isOn) => onChange((kept) => (isOn ? { ...kept, assignee: 'none' } : without(kept, 'assignee')))}
        />
      </div>
    </div>
  )
}

interface StatusFilterProps {
  filters: Filters
  counts: ConversationCounts | undefined
  onChange: (change: (kept: Filters) => Filters) => void
}

function StatusFilter({ filters, counts, onChange }: StatusFilterProps) {
  const status = effectiveStatus(filters)
  const word = status === 'all' ? 'All' : statusWord[status]
  const options = [...statuses, 'all' as const].map((value) => ({
    value,
    label: (
      <span className="flex justify-between gap-4">
        {value === 'all' ? 'All' : statusWord[value]}
        <span className="figures text-ink-soft">{value !== 'all' && counted(counts?.[value])}</span>
      </span>
    ),
  }))
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" aria-label={`Show: ${word}`} className={cx(buttonClass('quiet', 'small'), '-mr-2.5')}>
          {word}
          <ChevronDown aria-hidden className="size-4 text-ink-soft" />
        </button>
      }
    >
      <MenuChoice
        label="Show"
        value={status}
        options={options}
        onChange={(value) => onChange((kept) => withStatus(kept, value as typeof status))}
      />
    </Menu>
  )
}

interface ChipProps {
  label: string
  count: number | undefined
  isOn: boolean
  onToggle: (isOn: boolean) => void
}

function Chip({ label, count, isOn, onToggle }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={() => onToggle(!isOn)}
      className={cx(
        'inline-flex h-7 items-center gap-1.5 rounded-full px-2.5 text-xs font-medium transition-colors',
        isOn ? 'bg-accent-wash text-accent-ink inset-ring inset-ring-accent-ink/40' : 'text-ink-soft hover:bg-sunken',
      )}
    >
      {label}
      {count !== undefined && count > 0 && <span className="figures">{counted(count)}</span>}
    </button>
  )
}

/** The server counts no further. */
const counted = (count: number | undefined) => (count !== undefined && count >= 1_000 ? '999+' : count)

function search(kept: Filters, q: string): Filters {
  return q ? { ...kept, q } : without(kept, 'q')
}

/** Open is what an unsearched list shows anyway. */
function withStatus(kept: Filters, status: NonNullable<Filters['status']>): Filters {
  return status === 'open' && !kept.q ? without(kept, 'status') : { ...kept, status }
}
