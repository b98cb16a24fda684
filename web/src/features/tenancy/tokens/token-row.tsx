import type { Token } from '../../../lib/api-types.ts'
import { Button } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { When } from '../../../ui/when.tsx'
import { scopeLine } from './areas.ts'
import { useRevokeToken } from './use-token-acts.ts'

/** One token: what it may, whose it is, whether it is used, and its end. */
export function TokenRow({ slug, token, canRevoke }: { slug: string; token: Token; canRevoke: boolean }) {
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <div className="min-w-52 flex-1 text-sm">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold break-words">{token.name}</span>
          <span className="font-mono text-xs text-ink-soft">fd_…{token.hint}</span>
        </div>
        <p className="text-pretty">{scopeLine(token.scopes)}</p>
        <p className="text-ink-soft">
          Made by {token.madeBy.name} <When at={token.createdAt} spoken />
          {' · '}
          <End token={token} />
        </p>
        <p className="text-ink-soft">
          {token.lastUsedAt ? (
            <>
              Last used <When at={token.lastUsedAt} spoken /> from {token.lastUsedFrom ?? 'an unknown address'}
            </>
          ) : (
            'Never used'
          )}
        </p>
      </div>
      {canRevoke && <Revoke slug={slug} token={token} />}
    </li>
  )
}

function End({ token: { status, expiresAt } }: { token: Token }) {
  if (expiresAt === null) return 'never ends'
  if (status === 'expired') return <span className="font-medium text-amber">has ended</span>
  return (
    <>
      ends <When at={expiresAt} spoken />
    </>
  )
}

function Revoke({ slug, token }: { slug: string; token: Token }) {
  const revoke = useRevokeToken(slug, token.id)
  return (
    <Confirm
      trigger={
        <Button size="small" className="max-sm:ml-auto" aria-label={`Revoke ${token.name}…`}>
          Revoke…
        </Button>
      }
      title={`Revoke “${token.name}”?`}
      act="Revoke"
      busy={revoke.isPending}
      error={revoke.error}
      onConfirm={() => revoke.mutate()}
    >
      Whatever uses it is locked out at once. It can’t be brought back; you would make a new one.
    </Confirm>
  )
}
