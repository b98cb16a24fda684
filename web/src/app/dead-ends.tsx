import { Link } from '@tanstack/react-router'
import { Compass, DoorClosed } from 'lucide-react'
import { Broken } from '../ui/broken.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'

/** For an address that leads nowhere, or to another business's rooms. */
export function NotFound() {
  return (
    <main>
      <Empty
        icon={Compass}
        level={1}
        title="There is nothing at this address"
        action={
          <Link to="/" className={buttonClass('primary')}>
            Go to your inbox
          </Link>
        }
      >
        It may have been mistyped, or it belongs to a business you are not part of.
      </Empty>
    </main>
  )
}

/** For whoever was removed while they were here. */
export function NoLongerHere() {
  return (
    <main>
      <Empty
        icon={DoorClosed}
        level={1}
        title="You no longer work here"
        action={
          <a href="/" className={buttonClass('primary')}>
            Go on
          </a>
        }
      >
        Your membership of this business has ended. If that was a mistake, ask an owner or a manager.
      </Empty>
    </main>
  )
}

/** For a page that could not be shown at all. */
export function SomethingBroke({ error }: { error: unknown }) {
  const known = error instanceof Error ? error : new Error('Something unexpected happened.')
  return (
    <main>
      <Broken title="This page could not be shown" error={known} onRetry={() => location.reload()} />
    </main>
  )
}
