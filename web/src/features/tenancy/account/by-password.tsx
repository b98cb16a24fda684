import type { UseMutationResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { PasswordField } from '../password-field.tsx'

interface ByPasswordProps<Answer> {
  /** The verb of the button. */
  act: string
  mutation: UseMutationResult<Answer, Error, string>
  onDone: (answer: Answer) => void
  onCancel: () => void
  children?: ReactNode
}

/** An act that takes the password once more. */
export function ByPassword<Answer>({ act, mutation, onDone, onCancel, children }: ByPasswordProps<Answer>) {
  return (
    <Form
      label={act}
      error={mutation.error}
      onSubmit={({ password = '' }) => mutation.mutate(password, { onSuccess: onDone })}
      className="flex max-w-100 flex-col gap-4"
    >
      {children && <p className="text-sm text-ink-soft">{children}</p>}
      <PasswordField autoComplete="current-password" label="Your password" autoFocus />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" busy={mutation.isPending}>
          {act}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </Form>
  )
}
