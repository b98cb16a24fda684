import { Dialog } from '@base-ui/react/dialog'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { isCommand } from '../lib/is-writing.ts'
import { keysOf, type Shortcut, shortcutOf, shortcuts } from '../lib/shortcuts.ts'
import { buttonClass } from '../ui/button.tsx'

// How long after g the next key still belongs to it.
const patience = 1_500

/** The keys that work on every page, and the list of all keys. */
export function Keys({ slug }: { slug: string }) {
  const [isShown, setShown] = useState(false)
  const navigate = useNavigate()

  useEffect(() => {
    let goAt = Number.NEGATIVE_INFINITY
    const onKey = (event: KeyboardEvent) => {
      if (!isCommand(event)) return
      if (shortcutOf(event.key) === 'help') setShown(true)
      else if (event.key === 'i' && event.timeStamp - goAt < patience)
        navigate({ to: '/w/$slug/inbox', params: { slug } })
      goAt = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [navigate, slug])

  return (
    <Dialog.Root open={isShown} onOpenChange={setShown}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(20_16_12/0.4)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed top-1/2 left-1/2 z-50 max-h-[90dvh] w-[calc(100vw-2rem)] max-w-sm -translate-1/2 overflow-y-auto rounded-lg border border-line bg-raised p-5 shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
          <Dialog.Title className="text-base font-semibold">Keys</Dialog.Title>
          <dl className="mt-3 grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5 text-sm">
            {(Object.keys(shortcuts) as Shortcut[]).map((name) => (
              <div key={name} className="contents">
                <dt>
                  <kbd className="rounded-sm border border-line bg-sunken px-1.5 py-0.5 font-sans text-xs font-medium">
                    {keysOf(name)}
                  </kbd>
                </dt>
                <dd className="text-ink-soft">{shortcuts[name].words}</dd>
              </div>
            ))}
          </dl>
          <div className="mt-5 flex justify-end">
            <Dialog.Close className={buttonClass('plain')}>Close</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
