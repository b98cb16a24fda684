import { type ReactNode, useId } from 'react'

interface SectionProps {
  title: string
  intro?: ReactNode
  action?: ReactNode
  children?: ReactNode
}

/** One part of the account’s page. */
export function Section({ title, intro, action, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 border-t border-line py-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {intro && <div className="mt-1 text-sm text-ink-soft text-pretty">{intro}</div>}
        </div>
        {action}
      </div>
      {children}
    </section>
  )
}
