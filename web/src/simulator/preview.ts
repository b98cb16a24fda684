import type { PhoneMessage } from './phone-types.ts'

const kinds: Record<string, string> = {
  image: '📷 Photo',
  video: '🎬 Video',
  audio: '🎤 Voice note',
  document: '📄 Document',
  sticker: 'Sticker',
  location: '📍 Location',
  contacts: '👤 Contact',
  template: 'Template message',
}

/** A message in one line. */
export function previewOf(message: PhoneMessage | null): string {
  if (!message) return 'Say hello'
  if (message.revoked) return 'Deleted'
  return message.text ?? kindName(message.type)
}

export const kindName = (type: string) => kinds[type] ?? `Message (${type})`
