import { FileText, ImageIcon, Mic, Video } from 'lucide-react'
import { useState } from 'react'
import { fileUrl } from './phone-api.ts'
import { textIn } from './read-json.ts'
import { Tile } from './tile.tsx'

interface FileProps {
  content: unknown
}

/** A picture as the phone shows it; a frame in its place when the phone no longer has it. */
export function Picture({ content, alt }: FileProps & { alt: string }) {
  const [isLost, setLost] = useState(false)
  const source = fileUrl(textIn(content, 'id'))
  if (isLost || !source) return <Frame label={alt} />
  return (
    <img
      src={source}
      alt={alt}
      onError={() => setLost(true)}
      className="-mx-1.5 my-0.5 max-h-64 w-[calc(100%+0.75rem)] max-w-none rounded-md bg-sunken object-cover"
    />
  )
}

function Frame({ label }: { label: string }) {
  return (
    <span
      role="img"
      aria-label={label}
      className="-mx-1.5 my-0.5 flex h-36 items-center justify-center rounded-md bg-sunken text-ink-soft"
    >
      <ImageIcon aria-hidden className="size-8" strokeWidth={1.5} />
    </span>
  )
}

export function Film({ content }: FileProps) {
  const source = fileUrl(textIn(content, 'id'))
  if (!source) return <Tile icon={Video} title="Video" detail="Video" />
  return (
    // biome-ignore lint/a11y/useMediaCaption: nobody captions these
    <video
      controls
      preload="metadata"
      src={source}
      aria-label="Video"
      className="my-0.5 max-h-64 w-60 max-w-full rounded-md"
    />
  )
}

export function Sound({ content }: FileProps) {
  const source = fileUrl(textIn(content, 'id'))
  if (!source) return <Tile icon={Mic} title="Voice note" detail="Voice note" />
  return (
    // biome-ignore lint/a11y/useMediaCaption: nobody captions these
    <audio controls preload="metadata" src={source} aria-label="Voice note" className="my-1 h-10 w-60 max-w-full" />
  )
}

export function Paper({ content }: FileProps) {
  const source = fileUrl(textIn(content, 'id'))
  const name = textIn(content, 'filename') ?? 'Document'
  const tile = <Tile icon={FileText} title={name} detail="Document" />
  return source ? (
    <a title="Download" href={source} download={name} className="block rounded-md hover:bg-sunken">
      {tile}
    </a>
  ) : (
    tile
  )
}
