import { useOfflineSince } from '../lib/use-online.ts'
import { clockTime } from '../lib/when.ts'
import { useLive } from './live.tsx'

/** Says since when the phone has no connection; nothing while it has one. */
export function LostLine() {
  const { lostSince } = useLive()
  const since = useOfflineSince() ?? lostSince?.toISOString()
  return (
    <div role="status">
      {since && (
        <p className="bg-amber-wash px-4 py-1.5 text-center text-xs text-amber">
          No connection since {clockTime(since)}. Trying again…
        </p>
      )}
    </div>
  )
}
