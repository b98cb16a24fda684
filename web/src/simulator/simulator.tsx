import { useMedia } from '../lib/use-media.ts'
import { BehindTheScenes } from './behind-the-scenes.tsx'
import { Device } from './device.tsx'
import { loadPhone } from './phone-api.ts'
import { PhoneScreen } from './phone-screen.tsx'
import { Sheet } from './sheet.tsx'
import { TopBar } from './top-bar.tsx'
import { useFresh } from './use-fresh.ts'

/** The customer's phone and, beside it or behind a button, what passes between WhatsApp and the business. */
export function Simulator() {
  const phone = useFresh(loadPhone, 'people')
  const hasFrame = useMedia('(min-width: 560px)')
  const hasDrawer = useMedia('(min-width: 800px)')

  if (!hasFrame) {
    return (
      <main className="h-dvh">
        <PhoneScreen phone={phone} behindTheScenes={<Sheet />} />
      </main>
    )
  }
  return (
    <div className="flex h-dvh flex-col">
      <TopBar>{!hasDrawer && <Sheet />}</TopBar>
      <div className="flex min-h-0 flex-1">
        <main className="flex min-h-0 flex-1 items-center justify-center p-4">
          <Device>
            <PhoneScreen phone={phone} />
          </Device>
        </main>
        {hasDrawer && <Drawer />}
      </div>
    </div>
  )
}

function Drawer() {
  return (
    <aside
      aria-label="Behind the scenes"
      className="flex w-[min(560px,calc(100%-440px))] min-w-0 flex-col border-l border-line bg-surface"
    >
      <BehindTheScenes />
    </aside>
  )
}
