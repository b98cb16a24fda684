import { useInfiniteQuery } from '@tanstack/react-query'
import type { Contact } from '../../lib/api-types.ts'
import { Broken } from '../../ui/broken.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { When } from '../../ui/when.tsx'
import { timelineQuery } from './queries.ts'
import { tell } from './timeline-words.ts'

/** Everything that happened to a person, newest first, in sentences. */
export function Timeline({ slug, contact }: { slug: string; contact: Contact }) {
  const timeline = useInfiniteQuery(timelineQuery(slug, contact.id))
  if (timeline.error && !timeline.data)
    return <Broken title="The history could not be loaded" error={timeline.error} onRetry={timeline.refetch} />
  if (!timeline.data)
    return (
      <div role="status" aria-label="Loading the history" className="flex flex-col gap-3">
        {['w-48', 'w-64', 'w-40'].map((width) => (
          <Skeleton key={width} className={`h-4 ${width}`} />
        ))}
      </div>
    )
  const told = tell(timeline.data.pages.flatMap((page) => page.items))
  const twins = new Map(contact.merged.map(({ id, name, phone }) => [id, name ?? phone ?? 'merged contact']))
  return (
    <>
      {told.length === 0 && <p className="text-ink-soft">Nothing has happened yet.</p>}
      <ol className="relative flex flex-col gap-3 border-l border-line pl-4">
        {told.map(({ id, sentence, contactId, at, times }) => (
          <li key={id} className="relative">
            <span aria-hidden className="absolute top-1.5 -left-[1.3rem] size-2 rounded-full bg-line-strong" />
            <p className="break-words">
              {sentence}
              {times > 1 && <span className="figures text-ink-soft"> · {times} times</span>}
            </p>
            <p className="figures text-xs text-ink-soft">
              <When at={at} spoken />
              {twins.has(contactId) && ` · as ${twins.get(contactId)}`}
            </p>
          </li>
        ))}
      </ol>
      <LoadMore query={timeline} />
    </>
  )
}
