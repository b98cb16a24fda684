import { CircleAlert, CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ChannelFinding } from '../../lib/api-types.ts'
import { useNow } from '../../lib/use-now.ts'
import { cx } from '../../ui/cx.ts'
import { ago } from './ago.ts'
import { checkNames } from './check-words.ts'

const marks = {
  good: { icon: CircleCheck, ink: 'text-green', word: 'in order' },
  warning: { icon: TriangleAlert, ink: 'text-amber', word: 'worth a look' },
  bad: { icon: CircleAlert, ink: 'text-red', word: 'wrong' },
  unknown: { icon: CircleHelp, ink: 'text-ink-soft', word: 'not known' },
}

/** One side of a channel: how it is, and when it isn't well since when, why, and what to do. */
export function Finding({ finding, children }: { finding: ChannelFinding; children?: ReactNode }) {
  const now = useNow()
  const { icon: Icon, ink, word } = marks[finding.state]
  const isWrong = finding.state === 'bad' || finding.state === 'warning'
  return (
    <li className={cx('flex gap-3', isWrong ? 'py-4' : 'py-2.5')}>
      <Icon aria-hidden className={cx('mt-0.5 size-4 shrink-0', ink)} />
      <div className="min-w-0 flex-1 sm:grid sm:grid-cols-[11rem_1fr] sm:gap-x-4">
        <h3 className="font-medium">
          {checkNames[finding.check]}
          <span className="sr-only">: {word}</span>
        </h3>
        <div className="min-w-0 wrap-anywhere">
          <p className={isWrong ? 'text-ink' : 'text-ink-soft'}>{messageOf(finding, now)}</p>
          {finding.remedy && <p className="mt-1 text-ink-soft">{finding.remedy}</p>}
          {isWrong && <p className="mt-1 text-xs text-ink-soft">So since {ago(finding.since, now)}.</p>}
          {children}
        </div>
      </div>
    </li>
  )
}

/** How long ago is said by the clock on the wall, not by the server's. */
function messageOf({ check, code, since, message }: ChannelFinding, now: Date): string {
  return check === 'events' && code === 'events_heard' ? `The last event came ${ago(since, now)}.` : message
}
