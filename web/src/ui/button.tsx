import type { ComponentProps, MouseEvent } from 'react'
import { cx } from './cx.ts'

type Tone = 'primary' | 'plain' | 'quiet' | 'danger'

const tones: Record<Tone, string> = {
  primary: 'bg-accent text-accent-on hover:bg-accent-hover',
  plain: 'border border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'text-ink hover:bg-sunken',
  danger: 'border border-red text-red bg-surface hover:bg-red-wash',
}

/** How every button looks; for links and menu triggers that look like one. */
export function buttonClass(tone: Tone = 'plain', size: 'normal' | 'small' = 'normal'): string {
  return cx(
    'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md font-medium',
    'transition-colors disabled:cursor-not-allowed disabled:opacity-55 data-disabled:opacity-55',
    size === 'small' ? 'h-8 px-2.5 text-sm' : 'h-10 px-4 text-sm',
    tones[tone],
  )
}

interface ButtonProps extends ComponentProps<'button'> {
  tone?: Tone
  size?: 'normal' | 'small'
  /** The act is under way: the button stays in place and can't be pressed again. */
  busy?: boolean
}

/** A button is a verb. */
export function Button({ tone = 'plain', size = 'normal', busy, className, disabled, onClick, ...rest }: ButtonProps) {
  // The second click of a double click comes before the first has made the button busy.
  const once = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy !== undefined && event.detail > 1) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      disabled={disabled || busy}
      onClick={once}
      className={cx(buttonClass(tone, size), className)}
      {...rest}
    />
  )
}

/** How a button with only an icon looks. */
export const iconButtonClass =
  'inline-flex size-9 shrink-0 items-center justify-center rounded-md text-ink-soft transition-colors hover:bg-sunken ' +
  'hover:text-ink disabled:opacity-40 disabled:cursor-not-allowed'

interface IconButtonProps extends ComponentProps<'button'> {
  label: string
}

/** A button shown by an icon alone; the label is its name and its tooltip. */
export function IconButton({ label, className, ...rest }: IconButtonProps) {
  return <button type="button" aria-label={label} title={label} className={cx(iconButtonClass, className)} {...rest} />
}
