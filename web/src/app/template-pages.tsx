import { useParams } from '@tanstack/react-router'
import { TemplatePage } from '../features/templates/template-page.tsx'
import { TemplatesPage } from '../features/templates/templates-page.tsx'
import { useMay } from '../features/tenancy/use-may.ts'
import { useSlug } from '../lib/use-slug.ts'
import { SettingsNav } from './settings-nav.tsx'

/** /w/{slug}/settings/templates */
export function Templates() {
  return <TemplatesPage slug={useSlug()} nav={<SettingsNav />} mayWrite={useMay()('templates.write')} />
}

/** /w/{slug}/settings/templates/{templateId} */
export function OneTemplate() {
  const slug = useSlug()
  const may = useMay()
  const { templateId = '' } = useParams({ strict: false })
  return (
    <TemplatePage
      key={templateId}
      slug={slug}
      id={templateId}
      nav={<SettingsNav />}
      mayWrite={may('templates.write')}
      maySubmit={may('templates.submit')}
    />
  )
}
