import { Webhook as WebhookIcon } from 'lucide-react'
import { Broken } from '../ui/broken.tsx'
import { Empty } from '../ui/empty.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { loadWebhooks } from './phone-api.ts'
import { useFresh } from './use-fresh.ts'
import { WebhookRow } from './webhook-row.tsx'

/** Everything WhatsApp told the business lately, newest first. */
export function Webhooks() {
  const { data, error, reload } = useFresh(loadWebhooks, 'webhooks')
  if (!data && error) return <Broken title="The webhooks did not come" error={error} onRetry={reload} />
  if (!data) return <Waiting />
  if (data.items.length === 0) {
    return (
      <Empty icon={WebhookIcon} title="No webhooks yet">
        Write a message on the phone: what WhatsApp then sends to the business appears here, byte for byte.
      </Empty>
    )
  }
  return (
    <ol aria-label="Webhooks, newest first">
      {data.items.map((webhook) => (
        <li key={webhook.id} className="border-b border-line">
          <WebhookRow webhook={webhook} />
        </li>
      ))}
    </ol>
  )
}

function Waiting() {
  return (
    <div role="status" aria-label="Loading webhooks" className="flex flex-col gap-4 p-4">
      <Skeleton className="h-5 w-full" />
      <Skeleton className="h-5 w-full" />
      <Skeleton className="h-5 w-full" />
    </div>
  )
}
