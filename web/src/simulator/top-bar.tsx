import { Inbox } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonClass } from '../ui/button.tsx'

/** What this page is for, and the way to the other side of the conversation. */
export function TopBar({ children }: { children: ReactNode }) {
  return (
    <header className="flex items-center gap-4 border-b border-line bg-surface px-5 py-3">
      <div className="min-w-0 flex-1">
        <h1 className="text-base font-semibold">Phone simulator</h1>
        <p className="truncate text-sm text-ink-soft">
          Be a customer here and staff in the inbox. Every message travels the real way.
        </p>
      </div>
      {children}
      <InboxLink />
    </header>
  )
}

/** Opens the inbox beside the phone, in one and the same tab however often it is pressed. */
export function InboxLink() {
  return (
    <a href="/" target="frontdesk-inbox" className={buttonClass('plain', 'small')}>
      <Inbox aria-hidden className="size-4" />
      Open the inbox
    </a>
  )
}
