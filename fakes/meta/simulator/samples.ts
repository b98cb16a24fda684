import { createHash, randomInt } from 'node:crypto'
import type { Json } from '../types.ts'

/** Messages other than text a customer can send with one tap, so that an inbox can be seen to show them. */
export const samples: Record<string, { label: string; message: () => Json }> = {
  image: {
    label: 'Photo',
    message: () => ({ type: 'image', image: { ...file('image/jpeg'), caption: 'Something like this?' } }),
  },
  voice: {
    label: 'Voice note',
    message: () => ({ type: 'audio', audio: { ...file('audio/ogg; codecs=opus'), voice: true } }),
  },
  document: {
    label: 'Document',
    message: () => ({ type: 'document', document: { ...file('application/pdf'), filename: 'voucher.pdf' } }),
  },
  location: {
    label: 'Location',
    message: () => ({
      type: 'location',
      location: { latitude: 52.5208, longitude: 13.4095, name: 'Alexanderplatz', address: '10178 Berlin' },
    }),
  },
  contact: {
    label: 'Contact card',
    message: () => ({
      type: 'contacts',
      contacts: [
        {
          name: { formatted_name: 'Mina Keller', first_name: 'Mina', last_name: 'Keller' },
          phones: [{ phone: '+49 171 3920099', wa_id: '491713920099', type: 'CELL' }],
        },
      ],
    }),
  },
  button: {
    label: 'Button reply',
    message: () => ({ type: 'interactive', interactive: choice('button_reply', 'confirm', 'Yes, confirm') }),
  },
}

/** What a tap on a button or a list row sends. */
export function choice(type: 'button_reply' | 'list_reply', id: string, title: string, description?: string): Json {
  return { type, [type]: { id, title, ...(description ? { description } : {}) } }
}

function file(mimeType: string): Json {
  const id = String(randomInt(1e9, 1e12))
  return { id, mime_type: mimeType, sha256: createHash('sha256').update(id).digest('base64') }
}
