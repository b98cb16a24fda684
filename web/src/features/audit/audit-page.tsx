import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Download, Lock, ScrollText, SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { inWorkspace } from '../../lib/api.ts'
import { useSlug } from '../../lib/use-slug.ts'
import { Broken } from '../../ui/broken.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { SettingsPage } from '../../ui/settings-page.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { type AuditSearch, asQuery } from './audit-search.ts'
import { EntryRow } from './entry-row.tsx'
import { Filters } from './filters.tsx'
import { entriesQuery, filtersQuery } from './queries.ts'

interface AuditPageProps {
  nav: ReactNode
  search: AuditSearch
  onSearch: (search: AuditSearch) => void
  may: (act: string) => boolean
}

/** Who did what here, from where, with what was there before and after. */
export function AuditPage({ nav, search, onSearch, may }: AuditPageProps) {
  usePageTitle('Audit log')
  const slug = useSlug()
  return (
    <SettingsPage
      title="Audit log"
      nav={nav}
      intro="Who did what, and from where. Nobody can change or delete an entry."
      action={may('audit.export') ? <Export slug={slug} search={search} /> : null}
    >
      {may('audit.read') ? (
        <Log slug={slug} search={search} onSearch={onSearch} />
      ) : (
        <Empty icon={Lock} title="You can’t read the audit log">
          Owners and managers can. One of them can give you another role.
        </Empty>
      )}
    </SettingsPage>
  )
}

function Export({ slug, search }: { slug: string; search: AuditSearch }) {
  const query = new URLSearchParams(asQuery(search)).toString()
  return (
    <a
      className={buttonClass()}
      href={`/api/v1${inWorkspace(slug, '/audit/export')}${query ? `?${query}` : ''}`}
      download
    >
      <Download aria-hidden className="size-4" />
      Export CSV
    </a>
  )
}

function Log({ slug, search, onSearch }: Pick<AuditPageProps, 'search' | 'onSearch'> & { slug: string }) {
  const query = useInfiniteQuery(entriesQuery(slug, search))
  const filters = useQuery(filtersQuery(slug)).data
  const entries = query.data?.pages.flatMap(({ items }) => items)
  return (
    <>
      <Filters search={search} filters={filters} onChange={onSearch} />
      {query.isPending && <RowsSkeleton label="Loading the audit log" />}
      {query.error && !entries && (
        <Broken title="The log could not be loaded" error={query.error} onRetry={() => query.refetch()} />
      )}
      {entries?.length === 0 && <Nothing isNarrowed={Object.keys(search).length > 0} onClear={() => onSearch({})} />}
      {entries && entries.length > 0 && (
        <>
          <ul aria-label="Audit log" className="divide-y divide-line border-y border-line">
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} onSubject={(subjectId) => onSearch({ subjectId })} />
            ))}
          </ul>
          <LoadMore query={query} />
        </>
      )}
    </>
  )
}

function Nothing({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  if (!isNarrowed)
    return (
      <Empty icon={ScrollText} title="Nothing here yet">
        What people, programs and Frontdesk do here will be listed.
      </Empty>
    )
  return (
    <Empty icon={SearchX} title="Nothing like that" action={<Button onClick={onClear}>Clear the filters</Button>}>
      Nobody did anything that matches these filters.
    </Empty>
  )
}
