import type { MediaFile } from '../../../lib/api-types.ts'

const names: Readonly<Record<MediaFile['kind'], string>> = {
  image: 'photo',
  video: 'video',
  audio: 'sound',
  document: 'document',
  sticker: 'sticker',
}

/** What kind of file it is, in the middle of a sentence. */
export const kindWord = (kind: MediaFile['kind']) => names[kind]

const types: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'text/plain': 'Text',
  'application/msword': 'Word',
  'application/vnd.ms-excel': 'Excel',
  'application/vnd.ms-powerpoint': 'PowerPoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
}

/** What a document is and how large, such as `PDF, 1.2 MB`. */
export function documentWords({ type, size, name }: Pick<MediaFile, 'type' | 'size' | 'name'>): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name ?? '')?.[1]?.toUpperCase()
  const known = types[type ?? ''] ?? /^(?:image|audio|video)\/(\w+)/.exec(type ?? '')?.[1]?.toUpperCase()
  return [known ?? ending ?? 'File', size === null ? null : sizeWords(size)].filter(Boolean).join(', ')
}

/** The way people say sizes: `840 KB`, `7.3 MB`. */
export function sizeWords(bytes: number): string {
  const mega = bytes / (1024 * 1024)
  return mega >= 1 ? `${Number(mega.toFixed(1))} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
}

/** Minutes and seconds: `1:07`. */
export function clockWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
