import { useState } from 'react'
import type { Channel, ChannelCredentials } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { SecretField, VerifyTokenField } from './token-fields.tsx'
import { useChangeChannel } from './use-channel-acts.ts'

/** Replaces those keys that are filled in; the others stay. */
export function ReplaceCredentials({ slug, channel }: { slug: string; channel: Channel }) {
  const change = useChangeChannel(slug, channel.id)
  const [round, setRound] = useState(0)

  const submit = (values: Record<string, string>) => {
    const credentials = filledIn(values)
    if (Object.keys(credentials).length === 0) return
    change.mutate({ credentials }, { onSuccess: () => setRound(round + 1) })
  }

  return (
    <Form key={round} label="Replace keys" error={change.error} onSubmit={submit}>
      <SecretField label="Access token" name="credentials.accessToken" hint="Empty keeps the one in use." />
      <SecretField label="App secret" name="credentials.appSecret" hint="Empty keeps the one in use." />
      <VerifyTokenField startsEmpty />
      <div className="flex items-center gap-3">
        <Button type="submit" busy={change.isPending}>
          Replace keys
        </Button>
        <span role="status" className="text-green">
          {change.isSuccess && 'Replaced.'}
        </span>
      </div>
    </Form>
  )
}

function filledIn(values: Record<string, string>): Partial<ChannelCredentials> {
  const given = Object.entries(values)
    .map(([path, value]) => [path.replace('credentials.', ''), value.trim()] as const)
    .filter(([, value]) => value !== '')
  return Object.fromEntries(given)
}
