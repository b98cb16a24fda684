import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { Broken } from '../../../ui/broken.tsx'
import { RowsSkeleton } from '../../../ui/rows-skeleton.tsx'
import { SettingsPage } from '../../../ui/settings-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { EmailSection } from './email-section.tsx'
import { NameSection } from './name-section.tsx'
import { Notice } from './notice.tsx'
import { PasswordSection } from './password-section.tsx'
import { problemWords } from './problem-words.ts'
import { accountQuery } from './queries.ts'
import { SecondFactorSection } from './second-factor-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
import { SignInsSection } from './sign-ins-section.tsx'

/** Who I am here, how I prove it, and where I am signed in. */
export function AccountPage({ problem }: { problem: string | undefined }) {
  usePageTitle('Your account')
  const { data: account, error, refetch } = useQuery(accountQuery)
  const words = problemWords(problem)
  return (
    <main className="h-dvh">
      <SettingsPage
        title="Your account"
        intro="The same in every business you work in."
        back={
          <Link to="/" className="inline-flex items-center gap-1.5 text-sm font-medium text-ink-soft hover:text-ink">
            <ArrowLeft aria-hidden className="size-4" />
            Back to work
          </Link>
        }
      >
        {words && (
          <div className="mb-6">
            <Notice tone="bad">{words}</Notice>
          </div>
        )}
        {!account && !error && <RowsSkeleton label="Loading your account" />}
        {!account && error && (
          <Broken title="Your account could not be loaded" error={error} onRetry={() => refetch()} />
        )}
        {account && (
          <>
            <NameSection name={account.user.name} />
            <EmailSection account={account} />
            <PasswordSection account={account} />
            <SecondFactorSection account={account} />
            <SessionsSection />
            <SignInsSection account={account} />
          </>
        )}
      </SettingsPage>
    </main>
  )
}
