import type { Channel } from '../../lib/api-types.ts'
import { useFromNow } from '../../lib/use-now.ts'
import { exactTime, timeLeft } from '../../lib/when.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { useEndFormerSecrets } from './use-channel-acts.ts'

const none = { appSecretUntil: null, verifyTokenUntil: null, authTokenUntil: null }

/** Says how much longer replaced secrets are accepted, and ends it early. */
export function FormerSecrets({ slug, channel }: { slug: string; channel: Channel }) {
  const { appSecretUntil, verifyTokenUntil, authTokenUntil } = { ...none, ...channel.formerSecrets }
  const end = useEndFormerSecrets(slug, channel.id)
  if (!appSecretUntil && !verifyTokenUntil && !authTokenUntil) return null
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-md bg-amber-wash px-3 py-2">
      <ul>
        {appSecretUntil && <Until what="app secret" at={appSecretUntil} />}
        {authTokenUntil && <Until what="auth token" at={authTokenUntil} />}
        {verifyTokenUntil && <Until what="verify token" at={verifyTokenUntil} />}
      </ul>
      <Confirm
        trigger={<Button size="small">End now…</Button>}
        title="Accept only the new one from now on?"
        act="End now"
        busy={end.isPending}
        error={end.error}
        onConfirm={() => end.mutate()}
      >
        What is still signed with the old secret is refused from this moment. The provider sends it again, but by then
        it should use the new one.
      </Confirm>
    </div>
  )
}

function Until({ what, at }: { what: string; at: string }) {
  const left = useFromNow((now) => timeLeft(at, now))
  if (left === null) return null
  return (
    <li className="text-amber">
      The former {what} is accepted for another{' '}
      <time dateTime={at} title={exactTime(at)}>
        {left}
      </time>
      .
    </li>
  )
}
