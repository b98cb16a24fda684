import { MailX } from 'lucide-react'
import type { ReactNode } from 'react'
import { Empty } from '../../../ui/empty.tsx'

/** For a link of a mail that leads nowhere any more. */
export function DeadLink({ action }: { action: ReactNode }) {
  return (
    <main>
      <Empty icon={MailX} level={1} title="This link can’t be used any more" action={action}>
        It was used already, is older than an hour, or a newer one was sent.
      </Empty>
    </main>
  )
}
