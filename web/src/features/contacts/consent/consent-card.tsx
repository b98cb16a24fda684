import { useQuery } from '@tanstack/react-query'
import { Ban, Check, CircleHelp } from 'lucide-react'
import { useState } from 'react'
import type { Consents } from '../../../lib/api-types.ts'
import { Broken } from '../../../ui/broken.tsx'
import { Button } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { When } from '../../../ui/when.tsx'
import { ChangeConsent } from './change-consent.tsx'
import { answerOf, channelWords, purposeWords, sourceOf } from './consent-words.ts'
import { consentsQuery } from './queries.ts'

type Standing = Consents['standings'][number]

interface ConsentCardProps {
  slug: string
  contactId: string
  mayChange: boolean
}

/** “May we write?”: on each channel and for what, by which proof, and how it came about. */
export function ConsentCard({ slug, contactId, mayChange }: ConsentCardProps) {
  const { data, error, refetch } = useQuery(consentsQuery(slug, contactId))
  const [isChanging, setChanging] = useState<string | null>(null)
  if (error && !data) return <Broken title="What they allow could not be loaded" error={error} onRetry={refetch} />
  if (!data) return <Skeleton className="h-40 w-full" />
  return (
    <div className="flex flex-col gap-3">
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {data.standings.map((standing) => {
          const key = `${standing.channelKind} ${standing.purpose}`
          return (
            <li key={key} className="px-3.5 py-2.5">
              <div className="flex items-start justify-between gap-3">
                <Answer standing={standing} />
                {mayChange && isChanging !== key && (
                  <Button
                    size="small"
                    tone="quiet"
                    aria-label={`Change ${wordsFor(standing)}`}
                    onClick={() => setChanging(key)}
                  >
                    Change
                  </Button>
                )}
              </div>
              {isChanging === key && (
                <ChangeConsent slug={slug} contactId={contactId} standing={standing} onDone={() => setChanging(null)} />
              )}
            </li>
          )
        })}
      </ul>
      <p className="text-xs text-ink-soft">Whoever writes to you may always be answered, except by SMS after STOP.</p>
      {data.history.length > 0 && <History proofs={data.history} />}
    </div>
  )
}

function wordsFor({ channelKind, purpose }: Pick<Standing, 'channelKind' | 'purpose'>): string {
  return `${channelWords[channelKind]}, ${purposeWords[purpose].toLowerCase()}`
}

function Answer({ standing }: { standing: Standing }) {
  const { state, maySend, proof, channelKind, purpose } = standing
  const Icon = maySend ? Check : state === 'none' ? CircleHelp : Ban
  return (
    <div className="flex min-w-0 gap-2.5">
      <Icon
        aria-hidden
        className={cx(
          'mt-0.5 size-4 shrink-0',
          maySend ? 'text-green' : state === 'none' ? 'text-ink-soft' : 'text-red',
        )}
      />
      <div className="min-w-0">
        <p className="text-sm">
          <span className="font-medium">{channelWords[channelKind]}</span> · {purposeWords[purpose]}
        </p>
        <p className="text-xs text-ink-soft">{answerOf(standing)}</p>
        {proof && (
          <p className="mt-0.5 text-xs text-ink-soft break-words">
            “{proof.words}”, {sourceOf(proof)}, <When at={proof.at} spoken />
          </p>
        )}
      </div>
    </div>
  )
}

function History({ proofs }: { proofs: Consents['history'] }) {
  return (
    <details>
      <summary className="cursor-pointer text-sm font-medium">How it came about ({proofs.length})</summary>
      <ol className="mt-2 flex flex-col gap-2 border-l border-line pl-3.5">
        {proofs.map((proof) => (
          <li key={proof.id} className="text-xs break-words">
            <span className="font-medium">
              {wordsFor(proof)}: {proof.state === 'granted' ? 'agreed' : 'opted out'}
            </span>
            <span className="block text-ink-soft">
              “{proof.words}”, {sourceOf(proof)}, <When at={proof.at} spoken />
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
