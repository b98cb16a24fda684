import { clockTime } from '../lib/when.ts'
import { useLive } from './live.tsx'

/** Says since when the phone has no connection; nothing while it has one. */
export function LostLine() {
  const { lostSince } = useLive()
  return (
    <div role="status">
      {lostSince && (
        <p className="bg-amber-wash px-4 py-1.5 text-center text-xs text-amber">
          No connection since {clockTime(lostSince.toISOString())}. Trying again…
        </p>
      )}
    </div>
  )
}
