import { cx } from './cx.ts'
import { initialsOf } from './initials.ts'

interface AvatarProps {
  name: string
  size?: 'small' | 'normal' | 'large'
}

const sizes = { small: 'size-5 text-[10px]', normal: 'size-10 text-sm', large: 'size-16 text-xl' }

/** A person by initials; decoration only, the name stands beside it. */
export function Avatar({ name, size = 'normal' }: AvatarProps) {
  const hue = hueOf(name)
  return (
    <span
      aria-hidden
      className={cx(
        'inline-flex shrink-0 select-none items-center justify-center rounded-full font-medium',
        sizes[size],
      )}
      style={{
        background: `light-dark(oklch(0.93 0.035 ${hue}), oklch(0.33 0.04 ${hue}))`,
        color: `light-dark(oklch(0.42 0.07 ${hue}), oklch(0.88 0.06 ${hue}))`,
      }}
    >
      {initialsOf(name)}
    </span>
  )
}

function hueOf(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360
  return sum
}
