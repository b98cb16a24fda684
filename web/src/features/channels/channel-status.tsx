import type { Channel } from '../../lib/api-types.ts'
import { cx } from '../../ui/cx.ts'
import { statusWords } from './status-words.ts'

const dots = { good: 'bg-green', waiting: 'bg-amber', bad: 'bg-red', off: 'bg-line-strong' }
const inks = { good: 'text-green', waiting: 'text-amber', bad: 'text-red', off: 'text-ink-soft' }

/** The status as a dot and a word. */
export function ChannelStatus({ channel }: { channel: Pick<Channel, 'status' | 'statusReason' | 'health'> }) {
  const { label, tone } = statusWords(channel)
  return (
    <span className={cx('inline-flex items-center gap-1.5 text-xs font-medium', inks[tone])}>
      <span aria-hidden className={cx('size-2 rounded-full', dots[tone])} />
      {label}
    </span>
  )
}
