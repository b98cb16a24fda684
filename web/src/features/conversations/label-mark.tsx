import type { InboxLabel } from '../../lib/api-types.ts'
import { cx } from '../../ui/cx.ts'

const dots: Record<InboxLabel['colour'], string> = {
  grey: 'bg-line-strong',
  red: 'bg-red',
  amber: 'bg-amber',
  green: 'bg-green',
  blue: 'bg-blue',
  violet: 'bg-[light-dark(oklch(0.52_0.16_300),oklch(0.76_0.12_300))]',
}

/** A label's colour, beside its name. */
export function LabelDot({ colour, className }: { colour: InboxLabel['colour'] | undefined; className?: string }) {
  return (
    <span
      aria-hidden
      className={cx('inline-block size-2.5 shrink-0 rounded-full', dots[colour ?? 'grey'], className)}
    />
  )
}
