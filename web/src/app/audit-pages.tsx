import { useNavigate, useSearch } from '@tanstack/react-router'
import { AuditPage } from '../features/audit/audit-page.tsx'
import { useMay } from '../features/tenancy/use-may.ts'
import { useSlug } from '../lib/use-slug.ts'
import { SettingsNav } from './settings-nav.tsx'

/** /w/{slug}/settings/audit */
export function Audit() {
  const slug = useSlug()
  const may = useMay()
  const navigate = useNavigate()
  const search = useSearch({ from: '/w/$slug/settings/audit' })
  return (
    <AuditPage
      nav={<SettingsNav />}
      search={search}
      may={may}
      onSearch={(next) => navigate({ to: '/w/$slug/settings/audit', params: { slug }, search: next, replace: true })}
    />
  )
}
