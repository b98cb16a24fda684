import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonClass } from '../../../ui/button.tsx'

interface WindowClosedProps {
  slug: string
  why: string
  fix: 'channels' | null
  draft: string
  /** What can be sent all the same. */
  instead: ReactNode
}

/** In place of the composer while one can't write: why, what would help, and what had been begun. */
export function WindowClosed({ slug, why, fix, draft, instead }: WindowClosedProps) {
  return (
    <section aria-label="Reply" className="pt-2 pb-4">
      <div className="mx-auto flex max-w-200 flex-col gap-3 px-4">
        <div className="flex flex-wrap items-start gap-3">
          <Lock aria-hidden className="mt-0.5 size-4 shrink-0 text-amber" />
          <p className="min-w-56 flex-1 text-ink-soft text-pretty">{why}</p>
          {instead}
          {fix === 'channels' && (
            <Link to="/w/$slug/settings/channels" params={{ slug }} className={buttonClass('plain', 'small')}>
              See channels
            </Link>
          )}
        </div>
        <textarea
          aria-label="Message"
          rows={1}
          disabled
          value={draft}
          placeholder="Writing is closed for now"
          className="h-10 w-full resize-none rounded-md border border-line bg-sunken px-3 py-2 text-base text-ink-soft placeholder:text-ink-soft md:text-sm"
        />
      </div>
    </section>
  )
}
