import { Check, CheckCheck, CircleAlert, Clock3 } from 'lucide-react'
import { cx } from '../ui/cx.ts'
import type { Tick } from './phone-types.ts'

const looks: Record<Tick, { icon: typeof Check; name: string; colour: string }> = {
  sending: { icon: Clock3, name: 'Sending', colour: 'text-ink-soft' },
  unsent: { icon: CircleAlert, name: 'Not sent', colour: 'text-red' },
  failed: { icon: CircleAlert, name: 'Not sent', colour: 'text-red' },
  accepted: { icon: Check, name: 'Sent', colour: 'text-ink-soft' },
  sent: { icon: Check, name: 'Sent', colour: 'text-ink-soft' },
  delivered: { icon: CheckCheck, name: 'Delivered', colour: 'text-ink-soft' },
  read: { icon: CheckCheck, name: 'Read', colour: 'text-blue' },
  played: { icon: CheckCheck, name: 'Played', colour: 'text-blue' },
}

/** How far one's own message has come: one tick taken, two with the business, blue when it was read. */
export function Ticks({ status }: { status: Tick }) {
  const { icon: Icon, name, colour } = looks[status]
  return (
    <span role="img" aria-label={name} title={name} className={cx('inline-flex shrink-0', colour)}>
      <Icon aria-hidden className="size-4" strokeWidth={2} />
    </span>
  )
}
