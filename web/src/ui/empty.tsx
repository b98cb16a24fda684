import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyProps {
  icon: LucideIcon
  title: string
  children?: ReactNode
  /** The one act that helps. */
  action?: ReactNode
}

/** Nothing here: why, and what to do. */
export function Empty({ icon: Icon, title, children, action }: EmptyProps) {
  return (
    <div className="mx-auto flex max-w-80 flex-col items-center gap-2 px-6 py-16 text-center">
      <Icon aria-hidden className="mb-2 size-7 text-ink-soft" strokeWidth={1.5} />
      <h2 className="text-base font-semibold text-balance">{title}</h2>
      {children && <div className="text-sm text-ink-soft text-pretty">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}
