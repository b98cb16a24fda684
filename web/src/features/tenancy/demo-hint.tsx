import { Smartphone } from 'lucide-react'
import type { Installation } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'

interface DemoHintProps {
  installation: Installation
  busy: boolean
  onEnter: (account: { email: string; password: string }) => void
}

/** On a demo installation: how to get in without an account, and where the customer's phone is. */
export function DemoHint({ installation, busy, onEnter }: DemoHintProps) {
  const account = installation.demoSignIn
  return (
    <section aria-label="Demo" className="mt-6 rounded-md bg-sunken p-4 text-sm">
      <h2 className="font-semibold">This is a demo</h2>
      <p className="mt-1 text-ink-soft">
        {account ? (
          <>
            Look around as the salon’s owner, <span className="font-medium text-ink">{account.email}</span>, password{' '}
            <span className="font-medium text-ink">{account.password}</span>.
          </>
        ) : (
          'The sign-in of the demo salon was printed in the terminal when Frontdesk started.'
        )}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {account && (
          <Button size="small" busy={busy} onClick={() => onEnter(account)}>
            Enter the demo
          </Button>
        )}
        {installation.simulator && (
          <a
            href="/simulator"
            target="_blank"
            rel="noreferrer"
            className="inline-flex h-8 items-center gap-2 rounded-md px-2 font-medium text-accent-ink underline"
          >
            <Smartphone aria-hidden className="size-4" />
            Open the customer’s phone
          </a>
        )}
      </div>
    </section>
  )
}
