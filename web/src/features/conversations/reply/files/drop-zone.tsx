import { Paperclip } from 'lucide-react'
import { type ClipboardEvent, type DragEvent, type ReactNode, useRef, useState } from 'react'
import { usePicked } from './picked-files.tsx'

/** The thread as a place to drop files on, and to paste them into. */
export function DropZone({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const { add } = usePicked()
  const [isOver, setOver] = useState(false)
  // Every element inside tells of entering and leaving as well.
  const depth = useRef(0)

  const enter = (event: DragEvent) => {
    if (!isOpen || !hasFiles(event)) return
    event.preventDefault()
    depth.current += 1
    setOver(true)
  }
  const leave = () => {
    depth.current = Math.max(0, depth.current - 1)
    if (depth.current === 0) setOver(false)
  }
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return
    // Else the browser would leave the page for the file.
    event.preventDefault()
    depth.current = 0
    setOver(false)
    if (isOpen) add([...event.dataTransfer.files])
  }
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    // What is copied out of a text program brings a picture of itself along.
    if (!isOpen || files.length === 0 || event.clipboardData.types.includes('text/plain')) return
    event.preventDefault()
    add(files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the paper clip, which keyboards reach
    <div
      onDragEnter={enter}
      onDragOver={(event) => hasFiles(event) && event.preventDefault()}
      onDragLeave={leave}
      onDrop={drop}
      onPaste={paste}
      className="relative flex min-h-0 flex-1 flex-col"
    >
      {children}
      {isOver && (
        <div className="pointer-events-none absolute inset-2 z-20 flex items-center justify-center gap-2 rounded-lg border-2 border-accent border-dashed bg-accent-wash/90 text-sm font-medium text-accent-ink">
          <Paperclip aria-hidden className="size-5" /> Drop to send
        </div>
      )}
    </div>
  )
}

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')
