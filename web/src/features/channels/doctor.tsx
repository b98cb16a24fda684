import { useQuery } from '@tanstack/react-query'
import { Stethoscope } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Channel, ChannelFinding } from '../../lib/api-types.ts'
import { useNow } from '../../lib/use-now.ts'
import { Broken } from '../../ui/broken.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ago } from './ago.ts'
import { healthWords } from './check-words.ts'
import { Finding } from './finding.tsx'
import { healthQuery } from './queries.ts'
import { Remedy } from './remedy.tsx'
import { useExamine } from './use-channel-acts.ts'

interface DoctorProps {
  slug: string
  channel: Channel
  mayChange: boolean
}

/** How the channel is doing: first what is wrong and what to do about it, then what is in order. */
export function Doctor({ slug, channel, mayChange }: DoctorProps) {
  const { data: health, error, refetch } = useQuery(healthQuery(slug, channel.id))
  const examine = useExamine(slug, channel.id)
  const isOff = channel.status === 'disabled'
  const isBusy = health?.examining === true || examine.isPending

  if (error && !health) return <Broken title="How it is doing could not be loaded" error={error} onRetry={refetch} />
  if (!health) return <Skeleton className="h-48 w-full" />
  const wrong = health.findings.filter(({ state, remedy }) => state !== 'good' && remedy !== null)
  const others = health.findings.filter((finding) => !wrong.includes(finding))
  return (
    <section aria-labelledby="doctor">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id="doctor" className="text-base font-semibold">
            How it is doing
          </h2>
          <p role="status" className="mt-0.5 text-ink-soft">
            {isBusy ? 'Being examined…' : <Summary state={health.state} examinedAt={health.examinedAt} />}
          </p>
        </div>
        <Button busy={isBusy} disabled={isOff} onClick={() => examine.mutate()}>
          <Stethoscope aria-hidden className="size-4" />
          Examine now
        </Button>
      </div>
      {isOff && <p className="mt-2 text-ink-soft">A channel that is turned off is not examined. Turn it on first.</p>}
      {examine.error && (
        <p role="alert" className="mt-2 text-red">
          {examine.error.message}
        </p>
      )}
      <Findings findings={wrong}>
        {(finding) => mayChange && <Remedy slug={slug} channel={channel} finding={finding} />}
      </Findings>
      {wrong.length === 0 ? (
        <Findings findings={others} />
      ) : (
        <details className="mt-3">
          <summary className="w-fit cursor-pointer rounded-md py-1 text-ink-soft hover:text-ink">
            The other {others.length} checks
          </summary>
          <Findings findings={others} />
        </details>
      )}
    </section>
  )
}

function Summary({ state, examinedAt }: { state: keyof typeof healthWords; examinedAt: string | null }) {
  const now = useNow()
  if (examinedAt === null) return 'Not examined yet.'
  return `${healthWords[state]} Examined ${ago(examinedAt, now)}.`
}

interface FindingsProps {
  findings: ChannelFinding[]
  children?: (finding: ChannelFinding) => ReactNode
}

function Findings({ findings, children }: FindingsProps) {
  if (findings.length === 0) return null
  return (
    <ul className="mt-4 divide-y divide-line border-y border-line">
      {findings.map((finding) => (
        <Finding key={finding.check} finding={finding}>
          {children?.(finding)}
        </Finding>
      ))}
    </ul>
  )
}
