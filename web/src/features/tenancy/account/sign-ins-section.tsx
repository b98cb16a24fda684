import { useQuery } from '@tanstack/react-query'
import { Button } from '../../../ui/button.tsx'
import { When } from '../../../ui/when.tsx'
import { installationQuery } from '../queries.ts'
import { Notice } from './notice.tsx'
import { Section } from './section.tsx'
import type { Account } from './types.ts'
import { useUnlink } from './use-account-acts.ts'
import { useService } from './use-service.ts'

/** Other services that let me in; nothing to see where there is none. */
export function SignInsSection({ account }: { account: Account }) {
  const name = useQuery(installationQuery).data?.signInWith
  const service = useService({ link: true })
  const { signIns, hasPassword } = account
  if (!name && signIns.length === 0) return null
  return (
    <Section
      title="Other ways in"
      intro="Sign in with an account you have elsewhere."
      action={
        name &&
        signIns.length === 0 && (
          <Button busy={service.isPending || service.isSuccess} onClick={() => service.mutate()}>
            Link {name}
          </Button>
        )
      }
    >
      {service.error && <Notice tone="bad">{service.error.message}</Notice>}
      {signIns.length > 0 && (
        <ul aria-label="Other ways in" className="divide-y divide-line border-y border-line">
          {signIns.map((signIn) => (
            <Linked key={signIn.id} signIn={signIn} mayUnlink={hasPassword} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Linked({ signIn, mayUnlink }: { signIn: Account['signIns'][number]; mayUnlink: boolean }) {
  const unlink = useUnlink(signIn.id)
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 py-3">
      <div className="min-w-0 text-sm">
        <div className="truncate font-medium">{signIn.name}</div>
        <div className="text-xs text-ink-soft">
          linked <When at={signIn.linkedAt} spoken />
          {!mayUnlink && ' · your only way in'}
        </div>
      </div>
      {mayUnlink && (
        <Button size="small" busy={unlink.isPending} onClick={() => unlink.mutate()}>
          Unlink
        </Button>
      )}
      {unlink.error && (
        <p role="alert" className="w-full text-xs text-red">
          {unlink.error.message}
        </p>
      )}
    </li>
  )
}
