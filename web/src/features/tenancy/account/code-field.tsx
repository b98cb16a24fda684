import { Field } from '../../../ui/field.tsx'

interface CodeFieldProps {
  label?: string
  hint?: string
  /** Digits alone, or a recovery code as well. */
  isRecovery?: boolean
  autoFocus?: boolean
}

/** A code as an authenticator shows it; phones offer their digits. */
export function CodeField({ label = 'Code', hint, isRecovery = false, autoFocus = false }: CodeFieldProps) {
  return (
    <Field
      label={label}
      name="code"
      inputMode={isRecovery ? 'text' : 'numeric'}
      autoComplete={isRecovery ? 'off' : 'one-time-code'}
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={isRecovery ? 20 : 9}
      required
      autoFocus={autoFocus}
      className="figures font-mono tracking-widest"
      {...(hint ? { hint } : {})}
    />
  )
}
