import { LabelsPage } from '../features/conversations/labels/labels-page.tsx'
import { useMay } from '../features/tenancy/use-may.ts'
import { useSlug } from '../lib/use-slug.ts'
import { SettingsNav } from './settings-nav.tsx'

/** /w/{slug}/settings/labels */
export function Labels() {
  const slug = useSlug()
  const mayManage = useMay()('conversations.manage-labels')
  return <LabelsPage slug={slug} nav={<SettingsNav />} mayManage={mayManage} />
}
