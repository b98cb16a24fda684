/** Pixels of the longer side. */
const side = 640
const mostPixels = 60_000_000

export interface Pictured {
  readonly width: number
  readonly height: number
  /** WebP, upright, with nothing in it but the picture: no place, no camera, no name. Null when it can't be made. */
  readonly thumbnail: Buffer | null
}

/** Measures a picture and makes it small. Undefined for what can't be read as one, and where this machine has no decoder. */
export async function picture(path: string): Promise<Pictured | undefined> {
  decoder ??= loadDecoder()
  const sharp = await decoder.catch(() => undefined)
  if (!sharp) return undefined
  const source = () => sharp(path, { limitInputPixels: mostPixels, failOn: 'error' })
  const size = await source()
    .metadata()
    .catch(() => undefined)
  if (!size) return undefined
  const thumbnail = await source()
    .rotate()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 76 })
    .timeout({ seconds: 20 })
    .toBuffer()
    .catch(() => null)
  return { width: size.autoOrient.width, height: size.autoOrient.height, thumbnail }
}

let decoder: ReturnType<typeof loadDecoder> | undefined

/** Loaded by whoever makes thumbnails, when there is one to make. */
async function loadDecoder() {
  const { default: sharp } = await import('sharp')
  // Only what comes in a picture message is ever opened as one.
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}
