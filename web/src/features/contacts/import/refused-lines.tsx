import { useInfiniteQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { inWorkspace } from '../../../lib/api.ts'
import type { Import } from '../../../lib/api-types.ts'
import { Broken } from '../../../ui/broken.tsx'
import { buttonClass } from '../../../ui/button.tsx'
import { LoadMore } from '../../../ui/load-more.tsx'
import { RowsSkeleton } from '../../../ui/rows-skeleton.tsx'
import { refusedQuery } from '../queries.ts'

/** Each line that is not taken, where the fault is, and why; all of them as a file to mend. */
export function RefusedLines({ slug, one }: { slug: string; one: Import }) {
  const refused = useInfiniteQuery(refusedQuery(slug, one))
  const lines = refused.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section aria-label="Lines that are not taken">
      <header className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold">Lines that are not taken</h2>
        {one.hasFile && (
          <a
            href={`/api/v1${inWorkspace(slug, `/contacts/imports/${one.id}/refused-lines.csv`)}`}
            download
            className={buttonClass('plain', 'small')}
          >
            <Download aria-hidden className="size-4" /> Download them to mend
          </a>
        )}
      </header>
      {refused.isPending && <RowsSkeleton label="Loading the lines" />}
      {refused.error && !refused.data && (
        <Broken title="The lines could not be loaded" error={refused.error} onRetry={() => refused.refetch()} />
      )}
      <ul aria-label="Refused lines" className="divide-y divide-line border-y border-line">
        {lines.map(({ line, column, excerpt, message }) => (
          <li key={line} className="grid gap-x-4 py-2 sm:grid-cols-[6rem_minmax(0,1fr)]">
            <span className="figures text-ink-soft">Line {line}</span>
            <span className="min-w-0">
              <span className="block">{message}</span>
              {(column || excerpt) && (
                <span className="block truncate text-sm text-ink-soft" dir="auto">
                  {column && `${column}: `}
                  {excerpt && <q>{excerpt}</q>}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <LoadMore query={refused} />
    </section>
  )
}
