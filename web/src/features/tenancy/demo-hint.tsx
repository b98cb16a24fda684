import { Smartphone } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { demoAccount } from './demo-account.ts'

interface DemoHintProps {
  hasSimulator: boolean
  busy: boolean
  onEnter: (account: { email: string; password: string }) => void
}

/** On a demo installation: how to get in without an account, and where the customer's phone is. */
export function DemoHint({ hasSimulator, busy, onEnter }: DemoHintProps) {
  return (
    <section aria-label="Demo" className="mt-6 rounded-md bg-sunken p-4 text-sm">
      <h2 className="font-semibold">This is a demo</h2>
      <p className="mt-1 text-ink-soft">
        Look around as the owner of Salon Rosa: <span className="text-ink">{demoAccount.email}</span> with{' '}
        <span className="text-ink">{demoAccount.password}</span>.
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button size="small" busy={busy} onClick={() => onEnter(demoAccount)}>
          Enter the demo
        </Button>
        {hasSimulator && (
          <a
            href="/simulator"
            target="_blank"
            rel="noreferrer"
            className="inline-flex h-8 items-center gap-1.5 font-medium text-accent-ink underline"
          >
            <Smartphone aria-hidden className="size-4" />
            Open the customer’s phone
          </a>
        )}
      </div>
    </section>
  )
}
