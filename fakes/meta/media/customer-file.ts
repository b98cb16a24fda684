import type { State } from '../state.ts'
import type { CustomerFile, Json } from '../types.ts'

/** The message behind a file a customer sends: the file goes onto Meta's shelf, the message names it. */
export function fileMessage(state: State, phoneNumberId: string, file: CustomerFile): Json {
  const { bytes, type, name, caption, voice } = file
  const kind = file.as ?? kindOf(type)
  const shelved = state.shelf.put({ phoneNumberId, by: 'customer', type, name: name ?? null, bytes })
  return {
    type: kind,
    [kind]: {
      id: shelved.id,
      mime_type: type,
      sha256: shelved.sha256.toString('base64'),
      ...(name === undefined ? {} : { filename: name }),
      ...(caption === undefined ? {} : { caption }),
      ...(kind === 'audio' ? { voice: voice ?? false } : {}),
    },
  }
}

function kindOf(type: string): string {
  const [family = ''] = type.split('/')
  return ['image', 'video', 'audio'].includes(family) ? family : 'document'
}
