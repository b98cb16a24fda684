import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { get, inWorkspace, patch } from '../../../lib/api.ts'
import type { InboxSettings } from '../../../lib/api-types.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { Broken } from '../../../ui/broken.tsx'
import { Button } from '../../../ui/button.tsx'
import { inputClass } from '../../../ui/field.tsx'
import { RowsSkeleton } from '../../../ui/rows-skeleton.tsx'
import { SettingsPage } from '../../../ui/settings-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'

/** What the workspace decided about its inbox. */
export const inboxSettingsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'conversations', 'settings'],
    queryFn: () => get<InboxSettings>(inWorkspace(slug, '/inbox-settings')),
  })

interface AutomationPageProps {
  slug: string
  nav: ReactNode
  mayChange: boolean
}

/** When automation goes on by itself after staff have stepped in. */
export function AutomationPage({ slug, nav, mayChange }: AutomationPageProps) {
  usePageTitle('Automation')
  const query = useQuery(inboxSettingsQuery(slug))
  return (
    <SettingsPage
      title="Automation"
      nav={nav}
      intro="The moment somebody here replies to a customer, automation stands back in that conversation. It goes on when the conversation is resolved, when somebody resumes it there, or by itself after a while."
    >
      {query.isPending && <RowsSkeleton label="Loading settings" />}
      {query.error && !query.data && (
        <Broken title="The settings could not be loaded" error={query.error} onRetry={() => query.refetch()} />
      )}
      {query.data && <Rule key={`${query.dataUpdatedAt}`} slug={slug} settings={query.data} mayChange={mayChange} />}
      {!mayChange && <p className="mt-4 text-sm text-ink-soft">An owner or a manager can change this.</p>}
    </SettingsPage>
  )
}

function Rule({ slug, settings, mayChange }: { slug: string; settings: InboxSettings; mayChange: boolean }) {
  const known = settings.automationResumesAfterHours
  const [goesOn, setGoesOn] = useState(known !== null)
  const [hours, setHours] = useState(`${known ?? 24}`)
  const save = useMutation({
    mutationFn: (automationResumesAfterHours: number | null) =>
      patch<InboxSettings>(inWorkspace(slug, '/inbox-settings'), { automationResumesAfterHours }),
    onSuccess: (saved) => queryClient.setQueryData(inboxSettingsQuery(slug).queryKey, saved),
  })
  const isUsable = !goesOn || (/^\d+$/.test(hours) && Number(hours) >= 1 && Number(hours) <= 720)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isUsable) save.mutate(goesOn ? Number(hours) : null)
  }
  return (
    <form onSubmit={submit} aria-label="When automation goes on" className="flex max-w-md flex-col gap-3">
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          checked={goesOn}
          disabled={!mayChange}
          onChange={(event) => setGoesOn(event.target.checked)}
          className="size-4 accent-[var(--accent)]"
        />
        Go on by itself when nobody here has replied for
      </label>
      <label className="ml-6 flex items-center gap-2">
        <span className="w-24">
          <input
            type="text"
            inputMode="numeric"
            value={hours}
            disabled={!mayChange || !goesOn}
            aria-invalid={!isUsable}
            aria-describedby="hours-hint"
            onChange={(event) => setHours(event.target.value)}
            className={inputClass}
          />
        </span>
        hours
      </label>
      <p id="hours-hint" className={isUsable ? 'text-xs text-ink-soft' : 'text-xs text-red'}>
        {isUsable
          ? 'Conversations that are paused already keep their time. A conversation that waits for a person stays paused.'
          : 'Enter whole hours, from 1 to 720.'}
      </p>
      {save.error && (
        <p role="alert" className="text-sm text-red">
          {save.error.message}
        </p>
      )}
      {mayChange && (
        <div className="flex items-center gap-3">
          <Button type="submit" tone="primary" busy={save.isPending} disabled={!isUsable}>
            Save
          </Button>
          {save.isSuccess && (
            <span role="status" className="text-sm text-ink-soft">
              Saved.
            </span>
          )}
        </div>
      )}
    </form>
  )
}
