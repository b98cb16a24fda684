import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Broken } from '../../ui/broken.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { SettingsPage } from '../../ui/settings-page.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { NewTemplate } from './new-template.tsx'
import { templateQuery } from './queries.ts'
import { Submissions } from './submissions.tsx'
import { TemplateEditor } from './template-editor.tsx'
import { categoryWords } from './words.ts'

interface TemplatePageProps {
  slug: string
  id: string
  nav: ReactNode
  mayWrite: boolean
  maySubmit: boolean
}

/** One template: what it says, how it looks, how it stands with WhatsApp. */
export function TemplatePage({ slug, id, nav, mayWrite, maySubmit }: TemplatePageProps) {
  const query = useQuery(templateQuery(slug, id))
  const template = query.data
  usePageTitle(template?.title ?? 'Template')
  return (
    <SettingsPage
      title={template?.title ?? 'Template'}
      {...(template ? { intro: `${categoryWords[template.category]} · ${template.name}` } : {})}
      nav={nav}
      back={
        <Link
          to="/w/$slug/settings/templates"
          params={{ slug }}
          className="inline-flex items-center gap-1 rounded-sm text-sm text-ink-soft hover:text-ink"
        >
          <ChevronLeft aria-hidden className="size-4" /> Templates
        </Link>
      }
      action={template && mayWrite && <NewTemplate slug={slug} copyOf={template} />}
    >
      {query.isPending && <RowsSkeleton label="Loading the template" />}
      {query.error && !template && (
        <Broken title="The template could not be loaded" error={query.error} onRetry={() => query.refetch()} />
      )}
      {template && (
        <div className="flex flex-col gap-8">
          <Submissions slug={slug} template={template} maySubmit={maySubmit} />
          <TemplateEditor key={template.changedAt} slug={slug} template={template} mayWrite={mayWrite} />
        </div>
      )}
    </SettingsPage>
  )
}
