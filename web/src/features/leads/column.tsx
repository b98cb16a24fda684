import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Lead, LeadStage } from '../../lib/api-types.ts'
import { Broken } from '../../ui/broken.tsx'
import { cx } from '../../ui/cx.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { LeadCard } from './lead-card.tsx'
import { stageWords } from './lead-words.ts'
import { type LeadFilters, leadsQuery } from './queries.ts'

interface ColumnProps {
  slug: string
  stage: LeadStage
  filters: LeadFilters
  count: number | undefined
  /** Whether a phone shows this one. */
  isShown: boolean
  dragged: Lead | null
  onDrag: (lead: Lead | null) => void
  onMove: (lead: Lead, to: LeadStage) => void
}

/** The leads of one stage; what is dropped here moves here. */
export function Column({ slug, stage, filters, count, isShown, dragged, onDrag, onMove }: ColumnProps) {
  const leads = useInfiniteQuery({ ...leadsQuery(slug, stage, filters), placeholderData: keepPreviousData })
  const [isOver, setOver] = useState(false)
  const items = leads.data?.pages.flatMap((page) => page.items) ?? []
  const takes = dragged !== null && dragged.stage !== stage
  return (
    <section
      aria-label={`${stageWords[stage]}, ${count ?? 0} leads`}
      data-stage={stage}
      onDragOver={(event) => {
        if (!takes) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (dragged) onMove(dragged, stage)
      }}
      className={cx(
        'min-h-0 w-full shrink-0 flex-col rounded-lg border md:flex md:w-auto md:min-w-52 md:flex-1 md:shrink',
        isOver && takes ? 'border-accent bg-accent-wash' : 'border-line bg-sunken',
        isShown ? 'flex' : 'hidden',
      )}
    >
      <h2 className="flex items-baseline justify-between px-3 py-2.5 font-semibold">
        {stageWords[stage]}
        <span className="figures font-normal text-ink-soft">{count}</span>
      </h2>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {leads.isPending && <RowsSkeleton label={`Loading ${stageWords[stage]}`} />}
        {leads.error && !leads.data && (
          <Broken title="These could not be loaded" error={leads.error} onRetry={() => leads.refetch()} />
        )}
        {leads.data && items.length === 0 && <p className="px-1 py-2 text-ink-soft">Nobody here.</p>}
        <ul className="flex flex-col gap-2">
          {items.map((lead) => (
            <LeadCard key={lead.id} slug={slug} lead={lead} onDrag={onDrag} onMove={(to) => onMove(lead, to)} />
          ))}
        </ul>
        <LoadMore query={leads} />
      </div>
    </section>
  )
}
