import { Target } from 'lucide-react'
import { useState } from 'react'
import type { Lead, LeadCounts, LeadStage } from '../../lib/api-types.ts'
import { cx } from '../../ui/cx.ts'
import { Empty } from '../../ui/empty.tsx'
import { Column } from './column.tsx'
import { leadName, stages, stageWords } from './lead-words.ts'
import type { LeadFilters } from './queries.ts'
import { useMoveLead } from './use-lead-acts.ts'

interface BoardProps {
  slug: string
  filters: LeadFilters
  counts: LeadCounts | undefined
}

/** A column a stage; on a phone one of them, with a switch above. Leads are dragged, or moved by their menu or Alt and an arrow. */
export function Board({ slug, filters, counts }: BoardProps) {
  const [shown, setShown] = useState<LeadStage>('new')
  const [dragged, setDragged] = useState<Lead | null>(null)
  const move = useMoveLead(slug, filters)
  const isNarrowed = Object.values(filters).some((value) => value !== '')
  const total = counts && Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (total === 0 && !isNarrowed) {
    return (
      <Empty icon={Target} title="No leads yet">
        Whoever writes after seeing one of your ads becomes a lead by itself. You can make anybody one on their contact
        page.
      </Empty>
    )
  }
  const moveTo = (lead: Lead, to: LeadStage) => {
    if (lead.stage !== to) move.mutate({ lead, to })
  }
  return (
    <>
      <StageSwitch shown={shown} counts={counts} onChange={setShown} />
      <p role="status" className={cx('px-4 text-sm', move.error ? 'py-2 text-red' : 'sr-only')}>
        {move.error
          ? `${move.variables ? leadName(move.variables.lead) : 'The lead'} could not be moved: ${move.error.message}`
          : move.variables && `${leadName(move.variables.lead)} moved to ${stageWords[move.variables.to]}`}
      </p>
      <div className="flex min-h-0 flex-1 gap-3 overflow-x-auto p-3 md:p-4">
        {stages.map((stage) => (
          <Column
            key={stage}
            slug={slug}
            stage={stage}
            filters={filters}
            count={counts?.[stage]}
            isShown={shown === stage}
            dragged={dragged}
            onDrag={setDragged}
            onMove={moveTo}
          />
        ))}
      </div>
    </>
  )
}

interface StageSwitchProps {
  shown: LeadStage
  counts: LeadCounts | undefined
  onChange: (stage: LeadStage) => void
}

function StageSwitch({ shown, counts, onChange }: StageSwitchProps) {
  return (
    <nav aria-label="Stages" className="flex gap-1 overflow-x-auto border-b border-line px-3 py-2 md:hidden">
      {stages.map((stage) => (
        <button
          key={stage}
          type="button"
          aria-current={shown === stage ? 'true' : undefined}
          onClick={() => onChange(stage)}
          className="h-9 shrink-0 rounded-full px-3 text-sm font-medium text-ink-soft aria-[current]:bg-accent-wash aria-[current]:text-accent-ink"
        >
          {stageWords[stage]} <span className="figures">{counts?.[stage]}</span>
        </button>
      ))}
    </nav>
  )
}
