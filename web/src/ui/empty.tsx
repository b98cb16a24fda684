import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyProps {
  icon: LucideIcon
  title: string
  children?: ReactNode
  /** The one act that helps. */
  action?: ReactNode
  /** 1 where this is all there is on the page. */
  level?: 1 | 2
}

/** Nothing here: why, and what to do. */
export function Empty({ icon: Icon, title, children, action, level = 2 }: EmptyProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className="mx-auto flex max-w-80 flex-col items-center gap-2 px-6 py-16 text-center">
      <Icon aria-hidden className="mb-2 size-7 text-ink-soft" strokeWidth={1.5} />
      <Heading className="text-base font-semibold text-balance">{title}</Heading>
      {children && <div className="text-sm text-ink-soft text-pretty">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}
