import type { ReactNode } from 'react'

interface SettingsPageProps {
  title: string
  intro?: string
  /** The way to the other settings. */
  nav?: ReactNode
  back?: ReactNode
  action?: ReactNode
  children: ReactNode
}

/** A page of settings: a heading, the one act beside it, a readable column. */
export function SettingsPage({ title, intro, nav, back, action, children }: SettingsPageProps) {
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-180 px-4 py-6 md:px-8 md:py-10">
        {nav}
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
  )
}
