import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../../ui/cx.ts'

/** What came of an act, in the place where it was done. */
export function Notice({ tone, children }: { tone: 'good' | 'bad'; children: ReactNode }) {
  const Icon = tone === 'good' ? CircleCheck : CircleAlert
  return (
    <p
      role={tone === 'good' ? 'status' : 'alert'}
      className={cx(
        'flex gap-2 rounded-md px-3 py-2 text-sm',
        tone === 'good' ? 'bg-green-wash text-green' : 'bg-red-wash text-red',
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  )
}
