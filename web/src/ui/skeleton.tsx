import { cx } from './cx.ts'

/** The place of something that is still loading. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden className={cx('block motion-safe:animate-pulse rounded-sm bg-sunken', className)} />
}
