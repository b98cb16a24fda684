import type { Channel } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { useChangeChannel } from './use-channel-acts.ts'

/** Stops sending through a channel for a while, or starts it again; what customers write arrives either way. */
export function TurnOff({ slug, channel }: { slug: string; channel: Channel }) {
  const change = useChangeChannel(slug, channel.id)
  const isOff = channel.status === 'disabled'
  return (
    <div>
      <Button busy={change.isPending} onClick={() => change.mutate({ enabled: isOff })}>
        {isOff ? 'Turn on' : 'Turn off'}
      </Button>
      {change.error && (
        <p role="alert" className="mt-1 text-xs text-red">
          {change.error.message}
        </p>
      )}
    </div>
  )
}
