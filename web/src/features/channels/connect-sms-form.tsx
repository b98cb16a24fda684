import type { NewChannel } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { SecretField } from './token-fields.tsx'

interface ConnectSmsFormProps {
  error: Error | null
  busy: boolean
  onSubmit: (wish: Extract<NewChannel, { kind: 'sms' }>) => void
}

/** What Frontdesk must know of a number at Twilio. */
export function ConnectSmsForm({ error, busy, onSubmit }: ConnectSmsFormProps) {
  return (
    <Form
      label="Connect SMS"
      error={error}
      onSubmit={(values) => onSubmit(wishFrom(values))}
      className="flex flex-col gap-4"
    >
      <Field label="Name" name="name" defaultValue="SMS" hint="What your team calls it." />
      <Field
        label="Phone number"
        name="settings.phoneNumber"
        autoComplete="off"
        placeholder="+1 555 010 0123"
        hint="A number of your Twilio account, or a short code. A name of letters sends, but can’t be answered."
      />
      <Field
        label="Account SID"
        name="settings.accountSid"
        autoComplete="off"
        spellCheck={false}
        className="font-mono"
        hint="On the first page of Twilio’s console; begins with AC."
      />
      <SecretField
        label="Auth token"
        name="credentials.authToken"
        hint="The same page, beside it. It also proves that a text really comes from Twilio."
      />
      <details className="group">
        <summary className="w-fit rounded-sm text-sm font-medium text-ink-soft hover:text-ink">Advanced</summary>
        <div className="mt-4 flex flex-col gap-4">
          <Field
            label="Messaging service SID"
            name="settings.messagingServiceSid"
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            hint="In place of a number: Twilio then chooses one of the service’s. Begins with MG."
          />
          <Field
            label="API URL"
            name="settings.apiUrl"
            type="url"
            autoComplete="off"
            placeholder="https://api.twilio.com"
            hint="Leave it empty unless your account lives in another region."
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

function wishFrom(values: Record<string, string>): Extract<NewChannel, { kind: 'sms' }> {
  const of = (name: string) => (values[name] ?? '').trim()
  const given = (name: string) => {
    const value = of(`settings.${name}`)
    return value ? { [name]: value } : {}
  }
  return {
    kind: 'sms',
    name: of('name'),
    settings: {
      accountSid: of('settings.accountSid'),
      ...given('phoneNumber'),
      ...given('messagingServiceSid'),
      ...given('apiUrl'),
    },
    credentials: { authToken: of('credentials.authToken') },
  }
}
