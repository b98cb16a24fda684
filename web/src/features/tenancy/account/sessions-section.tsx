import { useQuery } from '@tanstack/react-query'
import { Monitor, Smartphone } from 'lucide-react'
import { Broken } from '../../../ui/broken.tsx'
import { Button } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { RowsSkeleton } from '../../../ui/rows-skeleton.tsx'
import { When } from '../../../ui/when.tsx'
import { sessionsQuery } from './queries.ts'
import { Section } from './section.tsx'
import type { Session } from './types.ts'
import { useEndSession } from './use-account-acts.ts'

/** Every device I am signed in on, and the way to sign it out. */
export function SessionsSection() {
  const { data: sessions, error, refetch } = useQuery(sessionsQuery)
  return (
    <Section
      title="Where you are signed in"
      intro="If you don’t know one of these, sign it out and change your password."
      action={sessions && sessions.length > 1 && <SignOutOthers />}
    >
      {!sessions && !error && <RowsSkeleton label="Loading devices" />}
      {!sessions && error && <Broken title="The devices could not be loaded" error={error} onRetry={() => refetch()} />}
      {sessions && (
        <ul aria-label="Devices" className="divide-y divide-line border-y border-line">
          {sessions.map((session) => (
            <Device key={session.id} session={session} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Device({ session }: { session: Session }) {
  const end = useEndSession(session.id)
  const Icon = /iPhone|Android/.test(session.device) ? Smartphone : Monitor
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <Icon aria-hidden className="size-5 shrink-0 text-ink-soft" strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        <div className="truncate text-sm font-medium">
          {session.device}
          {session.current && <span className="font-normal text-accent-ink"> · this device</span>}
        </div>
        <div className="text-xs text-ink-soft">
          {session.address && <>{session.address} · </>}
          since <When at={session.createdAt} spoken />
          {!session.current && (
            <>
              {' '}
              · last used <When at={session.lastSeenAt} spoken />
            </>
          )}
        </div>
      </div>
      {!session.current && (
        <Button
          size="small"
          aria-label={`Sign out ${session.device}`}
          busy={end.isPending || end.isSuccess}
          onClick={() => end.mutate()}
        >
          Sign out
        </Button>
      )}
      {end.error && (
        <p role="alert" className="w-full text-xs text-red">
          {end.error.message}
        </p>
      )}
    </li>
  )
}

function SignOutOthers() {
  const end = useEndSession()
  return (
    <Confirm
      trigger={<Button>Sign out all others…</Button>}
      title="Sign out everywhere else?"
      act="Sign out all others"
      busy={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate()}
    >
      You stay signed in here. What was being written elsewhere stays there as a draft.
    </Confirm>
  )
}
