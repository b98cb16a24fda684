import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { PasswordField } from '../password-field.tsx'
import { Notice } from './notice.tsx'
import { Section } from './section.tsx'
import type { Account } from './types.ts'
import { useChangePassword, useForgetPassword } from './use-account-acts.ts'

/** Changing the password; who has none gets one by a link. */
export function PasswordSection({ account }: { account: Account }) {
  return account.hasPassword ? <Change /> : <First email={account.user.email} />
}

function Change() {
  const [isOpen, setOpen] = useState(false)
  const change = useChangePassword()
  const done = { onSuccess: () => setOpen(false) }
  return (
    <Section
      title="Password"
      intro="Changing it signs you out everywhere else."
      action={!isOpen && <Button onClick={() => setOpen(true)}>Change password…</Button>}
    >
      {isOpen && (
        <Form
          label="Change password"
          error={change.error}
          onSubmit={({ currentPassword = '', password = '' }) => change.mutate({ currentPassword, password }, done)}
          className="flex max-w-100 flex-col gap-4"
        >
          <PasswordField autoComplete="current-password" label="Present password" name="currentPassword" autoFocus />
          <PasswordField autoComplete="new-password" label="New password" hint="At least 8 characters." />
          <div className="flex gap-2">
            <Button type="submit" tone="primary" busy={change.isPending}>
              Change password
            </Button>
            <Button tone="quiet" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </div>
        </Form>
      )}
      {!isOpen && change.isSuccess && (
        <Notice tone="good">Your password is changed. You are signed out everywhere else.</Notice>
      )}
    </Section>
  )
}

function First({ email }: { email: string }) {
  const send = useForgetPassword()
  return (
    <Section
      title="Password"
      intro="You have none yet and come in by another service."
      action={
        <Button busy={send.isPending} disabled={send.isSuccess} onClick={() => send.mutate(email)}>
          Send me a link to set one
        </Button>
      }
    >
      {send.isSuccess && <Notice tone="good">Use the link we sent to {email} within an hour.</Notice>}
      {send.error && <Notice tone="bad">{send.error.message}</Notice>}
    </Section>
  )
}
