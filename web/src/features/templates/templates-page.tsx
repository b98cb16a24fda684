import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { LayoutTemplate } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { inWorkspace, patch } from '../../lib/api.ts'
import type { Template, TemplateSummary } from '../../lib/api-types.ts'
import { queryClient } from '../../lib/query-client.ts'
import { Broken } from '../../ui/broken.tsx'
import { Empty } from '../../ui/empty.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { SettingsPage } from '../../ui/settings-page.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { NewTemplate } from './new-template.tsx'
import { templatesQuery } from './queries.ts'
import { StatusChip } from './status-chip.tsx'
import { categoryWords, channelWords } from './words.ts'

interface TemplatesPageProps {
  slug: string
  nav: ReactNode
  mayWrite: boolean
}

/** What the business writes more than once, Frontdesk's own templates among it. */
export function TemplatesPage({ slug, nav, mayWrite }: TemplatesPageProps) {
  usePageTitle('Templates')
  const query = useQuery(templatesQuery(slug))
  const [wanted, setWanted] = useState('')
  const found = (query.data ?? []).filter(({ title, name }) =>
    `${title} ${name}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  const categories = Object.keys(categoryWords) as Template['category'][]
  return (
    <SettingsPage
      title="Templates"
      nav={nav}
      intro="What you write more than once, in your customers’ languages."
      action={mayWrite && <NewTemplate slug={slug} />}
    >
      <div className="mb-6">
        <SearchBox label="Find a template" value={wanted} onChange={setWanted} />
      </div>
      {query.isPending && <RowsSkeleton label="Loading templates" />}
      {query.error && !query.data && (
        <Broken title="The templates could not be loaded" error={query.error} onRetry={() => query.refetch()} />
      )}
      {query.data && found.length === 0 && (
        <Empty icon={LayoutTemplate} title="No such template">
          Try another word.
        </Empty>
      )}
      {categories.map((category) => {
        const rows = found.filter((template) => template.category === category)
        return (
          rows.length > 0 && (
            <section key={category} aria-label={categoryWords[category]} className="mb-8">
              <h2 className="mb-2 text-base font-semibold">{categoryWords[category]}</h2>
              <ul className="divide-y divide-line border-y border-line">
                {rows.map((template) => (
                  <TemplateRow key={template.id} slug={slug} template={template} mayWrite={mayWrite} />
                ))}
              </ul>
            </section>
          )
        )
      })}
    </SettingsPage>
  )
}

interface TemplateRowProps {
  slug: string
  template: TemplateSummary
  mayWrite: boolean
}

function TemplateRow({ slug, template, mayWrite }: TemplateRowProps) {
  const turn = useMutation({
    mutationFn: (enabled: boolean) => patch(inWorkspace(slug, `/templates/${template.id}`), { enabled }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['w', slug, 'templates'] }),
  })
  const channels = [...new Set(template.languages.flatMap((one) => one.channels))]
  return (
    <li className="flex items-start gap-3 py-3">
      <Link
        to="/w/$slug/settings/templates/$templateId"
        params={{ slug, templateId: template.id }}
        className="-mx-2 min-w-0 flex-1 rounded-md px-2 py-1 hover:bg-sunken"
      >
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{template.title}</span>
          {template.occasion === null && <span className="text-xs text-ink-soft">yours</span>}
          {template.isCustomised && <span className="text-xs text-ink-soft">changed</span>}
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-1.5 text-xs text-ink-soft">
          <span>
            {template.languages.map(({ language }) => language).join(', ')} ·{' '}
            {channels.map((channel) => channelWords[channel]).join(', ')}
          </span>
          {template.submissions.map((submission) => (
            <StatusChip key={`${submission.language} ${submission.wabaId}`} submission={submission} />
          ))}
        </span>
        {turn.error && <span className="mt-1 block text-xs text-red">{turn.error.message}</span>}
      </Link>
      <label className="flex h-9 shrink-0 items-center gap-2 text-xs text-ink-soft">
        <input
          type="checkbox"
          aria-label={`${template.title} is sent`}
          checked={template.enabled}
          disabled={!mayWrite || turn.isPending}
          onChange={(event) => turn.mutate(event.target.checked)}
          className="size-4 accent-accent"
        />
        {template.enabled ? 'On' : 'Off'}
      </label>
    </li>
  )
}
