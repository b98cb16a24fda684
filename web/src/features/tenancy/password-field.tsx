import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { Field } from '../../ui/field.tsx'

interface PasswordFieldProps {
  autoComplete: 'current-password' | 'new-password'
  label?: string
  name?: string
  hint?: string
  autoFocus?: boolean
}

/** A password, hidden unless one asks to see it. */
export function PasswordField({ label = 'Password', name = 'password', ...field }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  return (
    <Field
      label={label}
      name={name}
      type={isShown ? 'text' : 'password'}
      required
      {...field}
      aside={
        <button
          type="button"
          aria-pressed={isShown}
          aria-label="Show what I type"
          title="Show what I type"
          onClick={() => setShown(!isShown)}
          className="inline-flex size-10 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      }
    />
  )
}
