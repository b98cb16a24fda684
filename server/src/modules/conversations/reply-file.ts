import { limits } from '#channels'
import { InvalidInput } from '#lib/refusal'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { takeFile } from '#media'
import type { Writing } from './reply-content.ts'

export interface FileWish {
  readonly mediaId: string
  readonly caption?: string | undefined
}

/** A file as a message keeps it. From now on the file stays. Refuses one that is not here, and words that can't go with it. */
export async function writingOfFile(tx: Tx, { mediaId, caption }: FileWish): Promise<Writing & { mediaId: string }> {
  const words = caption?.trim() ? storableText(caption.trim()) : null
  if (words !== null && [...words].length > limits.caption)
    throw refusal(`A caption may have ${limits.caption.toLocaleString('en')} characters.`, 'caption_too_long')
  const { kind, name } = await takeFile(tx, mediaId)
  if (words !== null && (kind === 'audio' || kind === 'sticker'))
    throw refusal('Nothing can be written below a sound. Send it as a message of its own.', 'no_caption_here')
  const filename = kind === 'document' ? { filename: name ?? 'Document' } : {}
  return { kind, text: words, details: { ...filename, ...(words === null ? {} : { caption: words }) }, mediaId }
}

function refusal(message: string, code: string): InvalidInput {
  return new InvalidInput([{ path: 'caption', message, code }], message)
}
