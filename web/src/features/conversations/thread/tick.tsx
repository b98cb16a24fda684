import { Ban, Check, CheckCheck, CircleAlert, CircleHelp, Clock, type LucideIcon } from 'lucide-react'
import type { MessageStatus } from '../../../lib/api-types.ts'
import { cx } from '../../../ui/cx.ts'

interface Meaning {
  label: string
  icon: LucideIcon
  ink: string
}

const soft = 'text-ink-soft'

const meanings: Record<MessageStatus, Meaning> = {
  received: { label: 'Received', icon: Check, ink: soft },
  queued: { label: 'Queued', icon: Clock, ink: soft },
  accepted: { label: 'Sent', icon: Check, ink: soft },
  sent: { label: 'Sent', icon: Check, ink: soft },
  delivered: { label: 'Delivered', icon: CheckCheck, ink: soft },
  read: { label: 'Read', icon: CheckCheck, ink: 'text-blue' },
  played: { label: 'Played', icon: CheckCheck, ink: 'text-blue' },
  failed: { label: 'Failed', icon: CircleAlert, ink: 'text-red' },
  unknown: { label: 'Not sure it arrived', icon: CircleHelp, ink: 'text-amber' },
  cancelled: { label: 'Cancelled', icon: Ban, ink: soft },
}

/** How far a message of ours got, as WhatsApp draws it; it has a name of its own. */
export function Tick({ status, title }: { status: MessageStatus; title?: string }) {
  const { label, icon: Icon, ink } = meanings[status]
  return (
    <span role="img" aria-label={label} title={title ?? label} className={cx('inline-flex', ink)}>
      <Icon aria-hidden className="size-4" />
    </span>
  )
}

/** The same inside a row that is one link: read as a word before the text. */
export function RowTick({ status }: { status: MessageStatus }) {
  const { label, icon: Icon, ink } = meanings[status]
  return (
    <>
      <span className="sr-only">{label}: </span>
      <Icon aria-hidden className={cx('size-4 shrink-0', ink)} />
    </>
  )
}
