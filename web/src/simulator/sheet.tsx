import { Activity, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { IconButton } from '../ui/button.tsx'
import { BehindTheScenes } from './behind-the-scenes.tsx'
import { InboxLink } from './top-bar.tsx'

/** On a small screen: the button that lays what happens behind the scenes over the phone. */
export function Sheet() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setOpen] = useState(false)
  const open = () => {
    dialog.current?.showModal()
    setOpen(true)
  }
  return (
    <>
      <IconButton label="Behind the scenes" onClick={open}>
        <Activity aria-hidden className="size-5" />
      </IconButton>
      <dialog
        ref={dialog}
        aria-label="Behind the scenes"
        onClose={() => setOpen(false)}
        className="m-0 h-dvh max-h-none w-full max-w-none flex-col bg-surface text-ink open:flex"
      >
        <div className="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
          <h2 className="min-w-0 flex-1 truncate text-base font-semibold">Behind the scenes</h2>
          <InboxLink />
          <IconButton label="Close" onClick={() => dialog.current?.close()}>
            <X aria-hidden className="size-5" />
          </IconButton>
        </div>
        {isOpen && <BehindTheScenes />}
      </dialog>
    </>
  )
}
