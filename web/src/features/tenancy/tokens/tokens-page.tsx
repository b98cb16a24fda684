import { useQuery } from '@tanstack/react-query'
import { KeyRound, Lock, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { MadeToken, Member, Token } from '../../../lib/api-types.ts'
import { useSlug } from '../../../lib/use-slug.ts'
import { Broken } from '../../../ui/broken.tsx'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { RowsSkeleton } from '../../../ui/rows-skeleton.tsx'
import { SettingsPage } from '../../../ui/settings-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { membersQuery } from '../queries.ts'
import { useMay } from '../use-may.ts'
import { MakeTokenForm } from './make-token-form.tsx'
import { tokensQuery } from './queries.ts'
import { ShownOnce } from './shown-once.tsx'
import { TokenRow } from './token-row.tsx'

/** The keys by which programs come in. */
export function TokensPage({ nav }: { nav: ReactNode }) {
  usePageTitle('API tokens')
  const slug = useSlug()
  const may = useMay()
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<MadeToken | null>(null)
  const tokens = useQuery({ ...tokensQuery(slug), enabled: may('tokens.read') })
  const begin = (
    <Button tone="primary" onClick={() => setMaking(true)}>
      <Plus aria-hidden className="size-4" />
      Make a token
    </Button>
  )
  const isEmpty = tokens.data?.length === 0
  return (
    <SettingsPage
      title="API tokens"
      nav={nav}
      intro="A token lets a program in, such as your website or a script, within limits you choose."
      action={may('tokens.make') && !isMaking && !isEmpty ? begin : null}
    >
      {!may('tokens.read') && (
        <Empty icon={Lock} title="You can’t see API tokens">
          Owners and managers make and revoke them. One of them can give you another role.
        </Empty>
      )}
      {isMaking && (
        <MakeTokenForm
          slug={slug}
          onCancel={() => setMaking(false)}
          onMade={(token) => {
            setMade(token)
            setMaking(false)
          }}
        />
      )}
      <ShownOnce made={made} onDone={() => setMade(null)} />
      {may('tokens.read') && tokens.isPending && <RowsSkeleton label="Loading API tokens" />}
      {tokens.error && !tokens.data && (
        <Broken title="The tokens could not be loaded" error={tokens.error} onRetry={() => tokens.refetch()} />
      )}
      {isEmpty && !isMaking && (
        <Empty icon={KeyRound} title="No tokens yet" action={may('tokens.make') ? begin : null}>
          A token is shown once, works until it ends or you revoke it, and never may more than you.
        </Empty>
      )}
      {tokens.data && !isEmpty && <TokenList slug={slug} tokens={tokens.data} />}
    </SettingsPage>
  )
}

function TokenList({ slug, tokens }: { slug: string; tokens: readonly Token[] }) {
  const may = useMay()
  const members = useQuery(membersQuery(slug)).data ?? []
  return (
    <ul aria-label="API tokens" className="divide-y divide-line border-y border-line">
      {tokens.map((token) => (
        <TokenRow
          key={token.id}
          slug={slug}
          token={token}
          canRevoke={may('tokens.revoke') && (may('members.change-owners') || !isOwners(token, members))}
        />
      ))}
    </ul>
  )
}

function isOwners({ madeBy }: Token, members: readonly Member[]): boolean {
  return members.find(({ id }) => id === madeBy.id)?.role === 'owner'
}
