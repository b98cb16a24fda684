import { useState } from 'react'
import type { MediaFile } from '../../../lib/api-types.ts'
import { DocumentCard } from './document-card.tsx'

interface FilmProps {
  file: MediaFile
  links: NonNullable<MediaFile['links']>
}

/** A video in the thread; what this browser can't play is offered to download. */
export function Film({ file, links }: FilmProps) {
  const [isBroken, setBroken] = useState(false)
  if (isBroken) return <DocumentCard file={{ ...file, name: file.name ?? 'Video' }} href={links.download} />
  return (
    // biome-ignore lint/a11y/useMediaCaption: what customers film has none
    <video
      controls
      preload="metadata"
      src={links.file}
      aria-label="Video"
      onError={() => setBroken(true)}
      className="my-0.5 max-h-80 w-72 max-w-full rounded-md bg-sunken"
    />
  )
}
