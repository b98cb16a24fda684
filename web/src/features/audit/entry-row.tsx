import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { AuditEntry } from '../../lib/api-types.ts'
import { exactTime } from '../../lib/when.ts'
import { cx } from '../../ui/cx.ts'
import { When } from '../../ui/when.tsx'
import { deviceWords } from './device.ts'

interface EntryRowProps {
  entry: AuditEntry
  /** Narrows the log to this one thing. */
  onSubject: (subjectId: string) => void
}

/** One act as a sentence, with what was there before and after; where it came from on demand. */
export function EntryRow({ entry, onSubject }: EntryRowProps) {
  const { who, what, at, changes } = entry
  return (
    <li className="py-3 text-sm">
      <div className="flex items-baseline justify-between gap-3">
        <p className="min-w-0 break-words text-pretty">
          <span className={who.kind === 'system' ? 'font-semibold text-ink-soft' : 'font-semibold'}>{who.name}</span>{' '}
          {what}
        </p>
        <When at={at} spoken className="figures shrink-0 text-xs text-ink-soft" />
      </div>
      {changes.length > 0 && <Changes changes={changes} />}
      <details className="group mt-1">
        <summary className="w-fit cursor-pointer text-xs text-ink-soft hover:text-ink">Details</summary>
        <Details entry={entry} onSubject={onSubject} />
      </details>
    </li>
  )
}

function Changes({ changes }: Pick<AuditEntry, 'changes'>) {
  return (
    <ul aria-label="What changed" className="mt-1.5 flex flex-col gap-1">
      {changes.map(({ field, from, to }) => (
        <li key={field} className="flex flex-wrap items-baseline gap-x-2 border-l-2 border-line pl-2.5">
          <span className="text-ink-soft">{field}</span>
          <span className={cx('break-all text-ink-soft', from !== null && 'line-through decoration-1')}>
            {from ?? 'nothing'}
          </span>
          <ArrowRight aria-label="became" className="size-3.5 shrink-0 self-center text-ink-soft" />
          <span className="break-all">{to ?? 'nothing'}</span>
        </li>
      ))}
    </ul>
  )
}

function Details({ entry, onSubject }: EntryRowProps) {
  const { at, origin, subject, fact } = entry
  return (
    <dl className="mt-2 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-md bg-sunken px-3 py-2 text-xs">
      <Line name="When">{exactTime(at)}</Line>
      <Line name="From where">
        {origin ? `${origin.address}${origin.agent ? `, ${deviceWords(origin.agent)}` : ''}` : 'Frontdesk itself'}
      </Line>
      {origin?.agent && <Line name="Device">{origin.agent}</Line>}
      <Line name="About">
        {subject.name ?? subject.kind}{' '}
        <button
          type="button"
          className="underline underline-offset-2 hover:text-ink"
          onClick={() => onSubject(subject.id)}
        >
          All about this
        </button>
      </Line>
      <Line name="Fact">
        <code>{fact}</code>
      </Line>
    </dl>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="break-words">{children}</dd>
    </>
  )
}
