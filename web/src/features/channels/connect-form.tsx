import type { ReactNode } from 'react'
import type { NewChannel } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { SecretField, VerifyTokenField } from './token-fields.tsx'

interface ConnectFormProps {
  error: Error | null
  busy: boolean
  onSubmit: (wish: NewChannel) => void
}

/** What Frontdesk must know of a WhatsApp number. */
export function ConnectForm({ error, busy, onSubmit }: ConnectFormProps) {
  return (
    <Form
      label="Connect WhatsApp"
      error={error}
      onSubmit={(values) => onSubmit(wishFrom(values))}
      className="flex flex-col gap-8"
    >
      <Group title="The number">
        <Field label="Name" name="name" defaultValue="WhatsApp" hint="What your team calls it." />
        <Field
          label="Phone number"
          name="settings.displayPhoneNumber"
          type="tel"
          autoComplete="off"
          placeholder="+55 11 91234 5678"
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Phone number ID"
            name="settings.phoneNumberId"
            inputMode="numeric"
            autoComplete="off"
            hint="WhatsApp → API setup, below the number."
          />
          <Field
            label="WhatsApp Business account ID"
            name="settings.wabaId"
            inputMode="numeric"
            autoComplete="off"
            hint="The same page, beside it."
          />
        </div>
      </Group>
      <Group title="The keys">
        <SecretField
          label="Access token"
          name="credentials.accessToken"
          hint="A permanent token of a system user; the one on the setup page ends after a day."
        />
        <SecretField
          label="App secret"
          name="credentials.appSecret"
          hint="App settings → Basic. It proves that a message really comes from Meta."
        />
        <VerifyTokenField />
      </Group>
      <details className="group">
        <summary className="w-fit rounded-sm text-sm font-medium text-ink-soft hover:text-ink">Advanced</summary>
        <div className="mt-4">
          <Field
            label="API URL"
            name="settings.apiUrl"
            type="url"
            autoComplete="off"
            placeholder="https://graph.facebook.com"
            hint="Leave it empty unless your provider gave you an address of its own."
          />
        </div>
      </details>
      <div>
        <Button type="submit" tone="primary" busy={busy}>
          Connect
        </Button>
      </div>
    </Form>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 text-base font-semibold">{title}</legend>
      {children}
    </fieldset>
  )
}

function wishFrom(values: Record<string, string>): NewChannel {
  const of = (name: string) => (values[name] ?? '').trim()
  const apiUrl = of('settings.apiUrl')
  return {
    kind: 'whatsapp_cloud',
    name: of('name'),
    settings: {
      phoneNumberId: of('settings.phoneNumberId'),
      wabaId: of('settings.wabaId'),
      displayPhoneNumber: of('settings.displayPhoneNumber'),
      ...(apiUrl ? { apiUrl } : {}),
    },
    credentials: {
      accessToken: of('credentials.accessToken'),
      appSecret: of('credentials.appSecret'),
      verifyToken: of('credentials.verifyToken'),
    },
  }
}
