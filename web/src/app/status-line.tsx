import { CloudOff } from 'lucide-react'
import { useOfflineSince } from '../lib/use-online.ts'
import { When } from '../ui/when.tsx'

/** One quiet line while this browser is cut off, saying since when. */
export function StatusLine({ isLost }: { isLost: boolean }) {
  const offlineSince = useOfflineSince()
  return (
    <div role="status" className="shrink-0 empty:hidden">
      {(offlineSince || isLost) && (
        <p className="flex items-center justify-center gap-2 bg-amber-wash px-4 py-1 text-xs text-amber">
          <CloudOff aria-hidden className="size-3.5" />
          {offlineSince ? (
            <span>
              Offline since <When at={offlineSince} spoken />. What you write is kept.
            </span>
          ) : (
            <span>New messages are not arriving by themselves right now. Reconnecting…</span>
          )}
        </p>
      )}
    </div>
  )
}
