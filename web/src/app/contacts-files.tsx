import { FieldsPage } from '../features/contacts/fields/fields-page.tsx'
import { ImportPage as Page } from '../features/contacts/import/import-page.tsx'
import { useMay } from '../features/tenancy/use-may.ts'
import { SettingsNav } from './settings-nav.tsx'

/** /w/{slug}/contacts/import */
export function ImportPage() {
  return <Page />
}

/** /w/{slug}/settings/contact-fields */
export function ContactFields() {
  return <FieldsPage nav={<SettingsNav />} may={useMay()} />
}
