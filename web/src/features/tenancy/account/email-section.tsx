import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { PasswordField } from '../password-field.tsx'
import { Section } from './section.tsx'
import type { Account } from './types.ts'
import { useAskForEmail, useKeepEmail } from './use-account-acts.ts'

/** The address I sign in with, and the way to another one. */
export function EmailSection({ account }: { account: Account }) {
  const [isOpen, setOpen] = useState(false)
  const { user, newEmail, hasPassword } = account
  return (
    <Section
      title="Email"
      intro={
        <>
          You sign in as <span className="font-medium text-ink wrap-anywhere">{user.email}</span>.
          {!hasPassword && ' To change it, set a password first.'}
        </>
      }
      action={!isOpen && hasPassword && <Button onClick={() => setOpen(true)}>Change email…</Button>}
    >
      {newEmail && <Waiting email={newEmail} />}
      {isOpen && <NewEmail onDone={() => setOpen(false)} />}
    </Section>
  )
}

function NewEmail({ onDone }: { onDone: () => void }) {
  const ask = useAskForEmail()
  return (
    <Form
      label="Change email"
      error={ask.error}
      onSubmit={({ email = '', password = '' }) => ask.mutate({ email: email.trim(), password }, { onSuccess: onDone })}
      className="flex max-w-100 flex-col gap-4"
    >
      <Field
        label="New email"
        name="email"
        type="email"
        autoComplete="email"
        required
        autoFocus
        hint="We send a link there. Until you use it, nothing changes."
      />
      <PasswordField autoComplete="current-password" label="Your password" />
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={ask.isPending}>
          Send the link
        </Button>
        <Button tone="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  )
}

function Waiting({ email }: { email: string }) {
  const keep = useKeepEmail()
  return (
    <div role="status" className="flex flex-wrap items-center justify-between gap-2 rounded-md bg-blue-wash px-3 py-2">
      <p className="min-w-0 text-sm text-blue">
        Use the link we sent to <span className="font-medium wrap-anywhere">{email}</span> within an hour.
      </p>
      <Button size="small" busy={keep.isPending} onClick={() => keep.mutate()}>
        Keep the old one
      </Button>
    </div>
  )
}
