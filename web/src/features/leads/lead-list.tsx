import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { Broken } from '../../ui/broken.tsx'
import { Empty } from '../../ui/empty.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { When } from '../../ui/when.tsx'
import { leadName, sayMoney, saySource, stageWords } from './lead-words.ts'
import { type LeadFilters, leadsQuery } from './queries.ts'

/** All leads, newest first. */
export function LeadList({ slug, filters }: { slug: string; filters: LeadFilters }) {
  const leads = useInfiniteQuery({ ...leadsQuery(slug, '', filters), placeholderData: keepPreviousData })
  const items = leads.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {leads.isPending && <RowsSkeleton label="Loading the leads" />}
      {leads.error && !leads.data && (
        <Broken title="The leads could not be loaded" error={leads.error} onRetry={() => leads.refetch()} />
      )}
      {leads.data && items.length === 0 && <Empty icon={SearchX} title="No leads here" />}
      <ul aria-label="Leads" className="divide-y divide-line">
        {items.map((lead) => (
          <li key={lead.id}>
            <Link
              to="/w/$slug/contacts/$contactId"
              params={{ slug, contactId: lead.contact.id }}
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-2.5 -outline-offset-2 hover:bg-sunken md:grid-cols-[minmax(0,1.5fr)_7rem_minmax(0,1.5fr)_minmax(0,1fr)_7rem_7rem]"
            >
              <span className="truncate font-medium">{leadName(lead)}</span>
              <span>{stageWords[lead.stage]}</span>
              <span className="truncate text-ink-soft">{saySource(lead)}</span>
              <span className={lead.owner ? 'truncate' : 'truncate text-amber'}>{lead.owner?.name ?? 'Nobody’s'}</span>
              <span className="figures max-md:hidden">{lead.value && sayMoney(lead.value)}</span>
              <When at={lead.createdAt} className="figures text-right text-ink-soft max-md:hidden" />
            </Link>
          </li>
        ))}
      </ul>
      <LoadMore query={leads} />
    </div>
  )
}
