import { MembersPage } from '../features/tenancy/members/members-page.tsx'
import { SettingsNav } from './settings-nav.tsx'

/** /w/{slug}/settings/members */
export function Members() {
  return <MembersPage nav={<SettingsNav />} />
}
