import type { MediaFile } from '../../../lib/api-types.ts'
import { cx } from '../../../ui/cx.ts'
import { useOpenPicture } from './lightbox.tsx'
import { useFreshLinks } from './use-fresh-links.ts'

interface PictureProps {
  file: MediaFile
  links: NonNullable<MediaFile['links']>
  caption: string | null
}

/** A picture in the thread, small; it opens large. Its place is kept from the beginning, so that nothing jumps. */
export function Picture({ file, links, caption }: PictureProps) {
  const open = useOpenPicture()
  const askAnew = useFreshLinks()
  const isSticker = file.kind === 'sticker'
  const width = file.width ?? 4
  const height = file.height ?? 3
  return (
    <button
      type="button"
      onClick={() => open(file.id)}
      aria-label={isSticker ? 'Open the sticker' : 'Open the photo'}
      className={cx(
        '-mx-1.5 my-0.5 block overflow-hidden rounded-md bg-sunken',
        isSticker ? 'w-32' : 'w-72 max-w-[calc(100%+0.75rem)]',
      )}
    >
      <img
        src={links.thumbnail ?? links.file}
        alt={caption ?? (isSticker ? 'Sticker' : 'Photo')}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        onError={askAnew}
        className="max-h-80 w-full object-cover"
        style={{ aspectRatio: `${width} / ${height}` }}
      />
    </button>
  )
}
