import type { ReactNode } from 'react'
import { cx } from './cx.ts'

interface SettingsPageProps {
  title: string
  intro?: string
  /** The way to the other settings. */
  nav?: ReactNode
  back?: ReactNode
  action?: ReactNode
  children: ReactNode
}

/** A page of settings: a heading, the one act beside it, a readable column, and the other settings at its left. */
export function SettingsPage({ title, intro, nav, back, action, children }: SettingsPageProps) {
  return (
    <div className={cx('h-full overflow-y-auto', nav != null && 'md:flex md:overflow-hidden')}>
      {nav && (
        <div
          className={cx(
            'px-4 pt-5 md:w-48 md:shrink-0 md:overflow-y-auto md:border-r md:border-line md:px-3 md:py-10',
            back != null && 'max-md:hidden',
          )}
        >
          {nav}
        </div>
      )}
      <div className={cx('min-w-0 flex-1', nav != null && 'md:h-full md:overflow-y-auto')}>
        <div
          className={cx(
            'mx-auto w-full max-w-180 px-4 py-6 md:px-8 md:py-10',
            nav != null && back == null && 'max-md:pt-3',
          )}
        >
          {back && <div className="mb-3">{back}</div>}
          <header className="mb-6 flex flex-wrap items-start justify-between gap-3">
            <div className="min-w-0">
              <h1 className="truncate text-xl font-semibold tracking-tight">{title}</h1>
              {intro && <p className="mt-1 text-sm text-ink-soft text-pretty">{intro}</p>}
            </div>
            {action}
          </header>
          {children}
        </div>
      </div>
    </div>
  )
}
