import { useState } from 'react'
import type { Channel } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { SecretField } from './token-fields.tsx'
import { useChangeChannel } from './use-channel-acts.ts'

/** Replaces the access token alone; the channel is examined with it at once. */
export function ReplaceToken({ slug, channel }: { slug: string; channel: Channel }) {
  const change = useChangeChannel(slug, channel.id)
  const [round, setRound] = useState(0)
  const submit = (values: Record<string, string>) => {
    const accessToken = values['credentials.accessToken']?.trim()
    if (accessToken) change.mutate({ credentials: { accessToken } }, { onSuccess: () => setRound(round + 1) })
  }
  return (
    <Form key={round} label="Replace access token" error={change.error} onSubmit={submit}>
      <SecretField label="Access token" name="credentials.accessToken" hint="Stored sealed, never shown again." />
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
