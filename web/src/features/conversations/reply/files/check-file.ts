import { sizeWords } from '../../media/file-words.ts'

export type PickedKind = 'image' | 'video' | 'audio' | 'document'

const mega = 1024 * 1024

/** What WhatsApp takes of each kind. The server has the last word; this one comes before anything is uploaded. */
const most: Readonly<Record<PickedKind, { bytes: number; word: string }>> = {
  image: { bytes: 5 * mega, word: 'picture' },
  video: { bytes: 16 * mega, word: 'video' },
  audio: { bytes: 16 * mega, word: 'sound' },
  document: { bytes: 100 * mega, word: 'file' },
}

/** What goes into the file picker's filter. */
export const accepted = [
  ...[
    'image/jpeg',
    'image/png',
    'video/mp4',
    'video/3gpp',
    'audio/aac',
    'audio/amr',
    'audio/mpeg',
    'audio/mp4',
    'audio/ogg',
  ],
  ...['.pdf', '.txt', '.csv', '.doc', '.docx', '.xls', '.xlsx', '.ppt', '.pptx'],
].join(',')

/** What a file will go as, by what it calls itself. */
export function kindOf({ type }: Pick<File, 'type'>): PickedKind {
  const [family = ''] = type.split('/')
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'document'
}

/** Why a file can't be sent, as far as one sees without looking into it; null when it may. */
export function whyNot(file: Pick<File, 'type' | 'size'>): string | null {
  if (file.size === 0) return 'This file is empty.'
  if (/^image\/(?!jpeg|png)/.test(file.type)) return 'WhatsApp takes JPEG and PNG pictures.'
  const { bytes, word } = most[kindOf(file)]
  if (file.size <= bytes) return null
  return `This ${word} is ${sizeWords(file.size)}; WhatsApp takes ${sizeWords(bytes)}.`
}
