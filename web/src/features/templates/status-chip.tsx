import type { TemplateSubmission } from '../../lib/api-types.ts'
import { cx } from '../../ui/cx.ts'
import { submissionWords } from './words.ts'

const looks = {
  good: 'bg-green-wash text-green',
  waiting: 'bg-amber-wash text-amber',
  bad: 'bg-red-wash text-red',
  off: 'bg-sunken text-ink-soft',
}

/** How one language of a template stands with WhatsApp. */
export function StatusChip({ submission }: { submission: TemplateSubmission }) {
  const { label, tone } = submissionWords[submission.status]
  return (
    <span
      title={submission.reason ?? undefined}
      className={cx('inline-flex rounded-sm px-1.5 py-0.5 text-xs font-medium', looks[tone])}
    >
      {submission.language} · {label}
    </span>
  )
}
