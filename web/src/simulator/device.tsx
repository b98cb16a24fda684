import { BatteryFull, Signal, Wifi } from 'lucide-react'
import type { ReactNode } from 'react'
import { useNow } from '../lib/use-now.ts'
import { clockTime } from '../lib/when.ts'

/** The frame of a phone, with its clock; the screen goes inside. */
export function Device({ children }: { children: ReactNode }) {
  return (
    <div className="device">
      <div className="device-screen flex flex-col bg-surface">
        <StatusBar />
        <div className="min-h-0 flex-1">{children}</div>
        <div aria-hidden className="flex h-5 items-center justify-center bg-surface">
          <span className="h-1 w-32 rounded-full bg-ink-soft" />
        </div>
      </div>
    </div>
  )
}

function StatusBar() {
  const now = useNow()
  return (
    <div aria-hidden className="flex h-11 items-center justify-between px-8 text-sm font-semibold">
      <span className="figures">{clockTime(now.toISOString())}</span>
      <span className="flex items-center gap-1.5">
        <Signal className="size-4" />
        <Wifi className="size-4" />
        <BatteryFull className="size-5" />
      </span>
    </div>
  )
}
