import { AutomationPage } from '../features/conversations/automation/automation-page.tsx'
import { useMay } from '../features/tenancy/use-may.ts'
import { useSlug } from '../lib/use-slug.ts'
import { SettingsNav } from './settings-nav.tsx'

/** /w/{slug}/settings/automation */
export function Automation() {
  const slug = useSlug()
  const mayChange = useMay()('conversations.change-settings')
  return <AutomationPage slug={slug} nav={<SettingsNav />} mayChange={mayChange} />
}
