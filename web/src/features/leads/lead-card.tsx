import { Link } from '@tanstack/react-router'
import { EllipsisVertical } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { Lead, LeadStage } from '../../lib/api-types.ts'
import { IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Menu, MenuChoice } from '../../ui/menu.tsx'
import { When } from '../../ui/when.tsx'
import { leadName, sayMoney, saySource, stages, stageWords } from './lead-words.ts'

interface LeadCardProps {
  slug: string
  lead: Lead
  onDrag: (lead: Lead | null) => void
  onMove: (to: LeadStage) => void
}

/** One lead on the board: who, from where, whose, worth what. */
export function LeadCard({ slug, lead, onDrag, onMove }: LeadCardProps) {
  const name = leadName(lead)
  const step = (event: KeyboardEvent) => {
    const by = event.altKey ? { ArrowLeft: -1, ArrowRight: 1 }[event.key] : undefined
    const to = by && stages[stages.indexOf(lead.stage) + by]
    if (!to) return
    event.preventDefault()
    onMove(to)
    focusAgain(lead.id)
  }
  return (
    <li
      draggable
      data-lead={lead.id}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', name)
        onDrag(lead)
      }}
      onDragEnd={() => onDrag(null)}
      className="relative cursor-grab rounded-md border border-line bg-surface p-3 pr-10 hover:border-line-strong active:cursor-grabbing"
    >
      <Link
        to="/w/$slug/contacts/$contactId"
        params={{ slug, contactId: lead.contact.id }}
        draggable={false}
        aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
        onKeyDown={step}
        className="block truncate font-medium hover:underline"
      >
        {name}
      </Link>
      <p className="truncate text-xs text-ink-soft" title={saySource(lead)}>
        {saySource(lead)}
      </p>
      {lead.lostReason && <p className="line-clamp-2 text-xs text-ink-soft">{lead.lostReason}</p>}
      <p className="figures mt-1.5 flex items-baseline gap-2 text-xs text-ink-soft">
        {lead.value && <span className="shrink-0 font-medium text-ink">{sayMoney(lead.value)}</span>}
        <span className={cx('min-w-0 truncate', !lead.owner && 'text-amber')}>{lead.owner?.name ?? 'Nobody’s'}</span>
        <When at={lead.stageChangedAt} className="-mr-7 ml-auto shrink-0" />
      </p>
      <div className="absolute top-1 right-1">
        <Menu
          align="end"
          trigger={
            <IconButton label={`Move ${name}`}>
              <EllipsisVertical aria-hidden className="size-4" />
            </IconButton>
          }
        >
          <MenuChoice
            label="Move to"
            value={lead.stage}
            onChange={(stage) => onMove(stage as LeadStage)}
            options={stages.map((stage) => ({ value: stage, label: stageWords[stage] }))}
          />
        </Menu>
      </div>
    </li>
  )
}

/** The card stands in another column now; the keyboard goes with it. */
function focusAgain(id: string): void {
  setTimeout(() => document.querySelector<HTMLElement>(`[data-lead="${id}"] a`)?.focus(), 50)
}
