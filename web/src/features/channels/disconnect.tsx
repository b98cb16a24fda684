import { useNavigate } from '@tanstack/react-router'
import type { Channel } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { useDisconnectChannel } from './use-channel-acts.ts'

/** Ends a channel, after saying what that means. */
export function Disconnect({ slug, channel }: { slug: string; channel: Channel }) {
  const disconnect = useDisconnectChannel(slug, channel.id)
  const navigate = useNavigate()
  return (
    <Confirm
      trigger={<Button tone="danger">Disconnect…</Button>}
      title={`Disconnect ${channel.name}?`}
      act="Disconnect"
      busy={disconnect.isPending}
      error={disconnect.error}
      onConfirm={() =>
        disconnect.mutate(undefined, {
          onSuccess: () => navigate({ to: '/w/$slug/settings/channels', params: { slug } }),
        })
      }
    >
      Messages to {channel.address} no longer arrive here and nobody can answer from it. The conversations you already
      had stay. To use the number again you connect it anew.
    </Confirm>
  )
}
