import { useState } from 'react'
import type { Channel } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { SecretField } from './token-fields.tsx'
import { useChangeChannel } from './use-channel-acts.ts'

/** Replaces Twilio's auth token. What Twilio still signs with the former one is taken for another day. */
export function ReplaceAuthToken({ slug, channel }: { slug: string; channel: Channel }) {
  const change = useChangeChannel(slug, channel.id)
  const [round, setRound] = useState(0)
  const submit = (values: Record<string, string>) => {
    const authToken = values['credentials.authToken']?.trim()
    if (!authToken) return
    change.mutate({ kind: 'sms', credentials: { authToken } }, { onSuccess: () => setRound(round + 1) })
  }
  return (
    <Form key={round} label="Replace auth token" error={change.error} onSubmit={submit}>
      <SecretField label="Auth token" name="credentials.authToken" hint="Stored sealed, never shown again." />
      <div className="flex items-center gap-3">
        <Button type="submit" busy={change.isPending}>
          Replace token
        </Button>
        <span role="status" className="text-green">
          {change.isSuccess && 'Replaced.'}
        </span>
      </div>
    </Form>
  )
}
