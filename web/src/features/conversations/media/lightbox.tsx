import { Dialog } from '@base-ui/react/dialog'
import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react'
import { createContext, type KeyboardEvent, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import type { Message } from '../../../lib/api-types.ts'
import { exactTime } from '../../../lib/when.ts'

const Open = createContext<(fileId: string) => void>(() => undefined)

/** Opens a picture of the thread large. */
export const useOpenPicture = () => useContext(Open)

/** The pictures of a thread, one at a time and large: arrows lead through them, Escape closes. */
export function Pictures({ messages, children }: { messages: readonly Message[]; children: ReactNode }) {
  const pictures = useMemo(() => messages.flatMap(pictureIn), [messages])
  const [shownId, setShownId] = useState<string | null>(null)
  const open = useCallback((fileId: string) => setShownId(fileId), [])
  const at = pictures.findIndex(({ id }) => id === shownId)
  return (
    <Open value={open}>
      {children}
      <Dialog.Root open={at !== -1} onOpenChange={(isOpen) => !isOpen && setShownId(null)}>
        <Dialog.Portal>
          <Dialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(10_8_6/0.96)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
          <Large pictures={pictures} at={at} onMove={(to) => setShownId(pictures[to]?.id ?? null)} />
        </Dialog.Portal>
      </Dialog.Root>
    </Open>
  )
}

interface Shown {
  id: string
  source: string
  download: string
  alt: string
  title: string
}

interface LargeProps {
  pictures: readonly Shown[]
  at: number
  onMove: (to: number) => void
}

function Large({ pictures, at, onMove }: LargeProps) {
  const shown = pictures[at]
  const moveOnArrow = (event: KeyboardEvent) => {
    const to = event.key === 'ArrowLeft' ? at - 1 : event.key === 'ArrowRight' ? at + 1 : -1
    if (pictures[to]) onMove(to)
  }
  return (
    <Dialog.Popup
      onKeyDown={moveOnArrow}
      className="fixed inset-0 z-50 flex flex-col text-accent-on outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
    >
      <div className="flex items-center gap-1 p-2">
        <Dialog.Title className="min-w-0 flex-1 truncate px-2 text-sm font-medium">{shown?.title}</Dialog.Title>
        <a href={shown?.download} download aria-label="Download" title="Download" className={control}>
          <Download aria-hidden className="size-5" />
        </a>
        <Dialog.Close aria-label="Close" title="Close" className={control}>
          <X aria-hidden className="size-5" />
        </Dialog.Close>
      </div>
      <div className="flex min-h-0 flex-1 items-center justify-center px-2 pb-4 sm:px-16">
        {shown && <img src={shown.source} alt={shown.alt} className="max-h-full max-w-full object-contain" />}
      </div>
      {pictures[at - 1] && (
        <button
          type="button"
          aria-label="Earlier picture"
          onClick={() => onMove(at - 1)}
          className={`${control} ${side} left-2`}
        >
          <ChevronLeft aria-hidden className="size-6" />
        </button>
      )}
      {pictures[at + 1] && (
        <button
          type="button"
          aria-label="Later picture"
          onClick={() => onMove(at + 1)}
          className={`${control} ${side} right-2`}
        >
          <ChevronRight aria-hidden className="size-6" />
        </button>
      )}
    </Dialog.Popup>
  )
}

const control =
  'inline-flex size-10 shrink-0 items-center justify-center rounded-md text-accent-on hover:bg-[rgb(255_255_255/0.16)] ' +
  'focus-visible:outline-accent-on'
const side = 'absolute top-1/2 -translate-y-1/2 bg-[rgb(20_16_12/0.5)]'

function pictureIn({ media, text, createdAt, direction, revokedAt }: Message): Shown[] {
  const isPicture = media?.kind === 'image' || media?.kind === 'sticker'
  if (!isPicture || !media.links || revokedAt) return []
  const whose = direction === 'inbound' ? 'From the customer' : 'From us'
  return [
    {
      id: media.id,
      source: media.links.file,
      download: media.links.download,
      alt: text ?? 'Photo',
      title: [text, `${whose}, ${exactTime(createdAt)}`].filter(Boolean).join(' · '),
    },
  ]
}
