import { TokensPage } from '../features/tenancy/tokens/tokens-page.tsx'
import { SettingsNav } from './settings-nav.tsx'

/** /w/{slug}/settings/tokens */
export function Tokens() {
  return <TokensPage nav={<SettingsNav />} />
}
