import type { MediaFile } from '../../../lib/api-types.ts'
import { DocumentCard } from './document-card.tsx'
import { Film } from './film.tsx'
import { NotHere } from './not-here.tsx'
import { Picture } from './picture.tsx'
import { Sound } from './sound.tsx'

interface FileViewProps {
  file: MediaFile
  /** Said in a voice note, rather than played from a file. */
  isVoice: boolean
  caption: string | null
}

/** The file a message carries: shown, played or offered; until it is here, a place for it. */
export function FileView({ file, isVoice, caption }: FileViewProps) {
  const { links, kind, type } = file
  if (file.status !== 'stored' || !links) return <NotHere file={file} />
  if (kind === 'image' || kind === 'sticker') return <Picture file={file} links={links} caption={caption} />
  if (kind === 'audio') return <Sound source={links.file} download={links.download} isVoice={isVoice} />
  if (kind === 'video' && type?.startsWith('video/')) return <Film file={file} links={links} />
  return <DocumentCard file={file} href={links.download} />
}
