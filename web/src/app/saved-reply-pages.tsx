import { SavedRepliesPage } from '../features/conversations/saved-replies/saved-replies-page.tsx'
import { useMay } from '../features/tenancy/use-may.ts'
import { useSlug } from '../lib/use-slug.ts'
import { SettingsNav } from './settings-nav.tsx'

/** /w/{slug}/settings/saved-replies */
export function SavedReplies() {
  const slug = useSlug()
  const mayManage = useMay()('conversations.manage-replies')
  return <SavedRepliesPage slug={slug} nav={<SettingsNav />} mayManage={mayManage} />
}
