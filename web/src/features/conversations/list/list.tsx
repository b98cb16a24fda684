import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { FilterX } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Broken } from '../../../ui/broken.tsx'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { LoadMore } from '../../../ui/load-more.tsx'
import { RowsSkeleton } from '../../../ui/rows-skeleton.tsx'
import { type Filters, isNarrowed } from '../filters.ts'
import { inboxLabelsQuery, listQuery } from '../queries.ts'
import { BulkBar } from './bulk-bar.tsx'
import { FilterBar } from './filter-bar.tsx'
import { FoundMessages } from './found-messages.tsx'
import { Rows } from './rows.tsx'
import { selectOnly } from './selection.ts'
import { useListKeys } from './use-list-keys.ts'

interface ListProps {
  slug: string
  filters: Filters
  openId: string | undefined
  /** What stands here while nobody has ever written. */
  firstUse: ReactNode
  /** The ways of looking at the inbox, where there is no room beside the list. */
  views: ReactNode
  /** What narrows the list further. */
  more: ReactNode
  onFilters: (change: (kept: Filters) => Filters) => void
}

/** The conversations, newest activity first. */
export function List({ slug, filters, openId, firstUse, views, more, onFilters }: ListProps) {
  const query = useInfiniteQuery(listQuery(slug, filters))
  const conversations = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const ids = useMemo(() => conversations.map(({ id }) => id), [conversations])
  const search = useLocation({ select: (location) => location.searchStr })
  const labels = useQuery(inboxLabelsQuery(slug)).data
  const colours = useMemo(() => new Map(labels?.map(({ name, colour }) => [name, colour])), [labels])
  const [isSelecting, setSelecting] = useState(false)
  const open = useOpen(slug)
  const box = useRef<HTMLDivElement>(null)
  useListKeys(slug, openId)
  useEffect(() => () => selectOnly([]), [])

  return (
    <>
      <FilterBar
        slug={slug}
        filters={filters}
        views={views}
        more={more}
        onSelect={() => setSelecting(!isSelecting)}
        onChange={onFilters}
      />
      <BulkBar slug={slug} loaded={ids} isSelecting={isSelecting} onDone={() => setSelecting(false)} />
      <div ref={box} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {query.isPending && <RowsSkeleton label="Loading conversations" />}
        {query.error && !query.data && (
          <Broken title="The conversations could not be loaded" error={query.error} onRetry={() => query.refetch()} />
        )}
        {query.data && conversations.length === 0 && !filters.q && (
          <Nothing filters={filters} firstUse={firstUse} onClear={() => onFilters(() => ({}))} />
        )}
        <Rows
          slug={slug}
          conversations={conversations}
          ids={ids}
          openId={openId}
          isSelecting={isSelecting}
          colours={colours}
          search={search}
          box={box}
          onOpen={open}
        />
        <LoadMore query={query} />
        {filters.q && (
          <FoundMessages
            slug={slug}
            q={filters.q}
            search={search}
            otherwise={
              query.data &&
              conversations.length === 0 && (
                <Nothing filters={filters} firstUse={firstUse} onClear={() => onFilters(() => ({}))} />
              )
            }
          />
        )}
      </div>
    </>
  )
}

function useOpen(slug: string) {
  const navigate = useNavigate()
  return useCallback(
    (conversationId: string) =>
      navigate({ to: '/w/$slug/inbox/$conversationId', params: { slug, conversationId }, search: (kept) => kept }),
    [navigate, slug],
  )
}

function Nothing({ filters, firstUse, onClear }: { filters: Filters; firstUse: ReactNode; onClear: () => void }) {
  if (!isNarrowed(filters)) return firstUse
  return (
    <Empty icon={FilterX} title="Nothing here" action={<Button onClick={onClear}>Clear the filter</Button>}>
      {filters.q
        ? `Nobody and nothing that was said matches “${filters.q}”.`
        : 'No conversation matches what you chose above.'}
    </Empty>
  )
}
