import { ConsentCard } from '../features/contacts/consent/consent-card.tsx'
import { ConsentRulesPage } from '../features/contacts/consent/rules-page.tsx'
import { useMay } from '../features/tenancy/use-may.ts'
import { SettingsNav } from './settings-nav.tsx'

/** /w/{slug}/settings/consent */
export function Consent() {
  return <ConsentRulesPage nav={<SettingsNav />} mayChange={useMay()('contacts.rule-consent')} />
}

/** What a person allows, on their page. */
export function ContactConsent({ slug, contactId }: { slug: string; contactId: string }) {
  return <ConsentCard slug={slug} contactId={contactId} mayChange={useMay()('contacts.change-consent')} />
}
