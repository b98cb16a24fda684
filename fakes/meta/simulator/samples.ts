import type { CustomerFile, Json } from '../types.ts'
import { photo, voiceNote, voucher } from './sample-files.ts'

type Sample = { label: string } & ({ message: () => Json } | { file: () => CustomerFile })

/** Messages other than text a customer can send with one tap, so that an inbox can be seen to show them. */
export const samples: Record<string, Sample> = {
  image: { label: 'Photo', file: photo },
  voice: { label: 'Voice note', file: voiceNote },
  document: { label: 'Document', file: voucher },
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
