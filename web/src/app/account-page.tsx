import { useSearch } from '@tanstack/react-router'
import { AccountPage } from '../features/tenancy/account/account-page.tsx'

/** /account */
export function Account() {
  return <AccountPage problem={useSearch({ from: '/account' }).problem} />
}
