import type { MediaFile, NewReply } from '../../../lib/api-types.ts'
import type { Said } from './message-body.tsx'

/** A reply the server has not confirmed, as the message it will be. */
export function asSaid(
  { text, interactive, location, contacts, caption }: NewReply,
  media: MediaFile | null = null,
): Said {
  const shared = { revokedAt: null, text: null }
  if (media) return { ...shared, kind: media.kind, text: caption ?? null, details: null, media }
  if (interactive) return { ...shared, kind: 'interactive', text: interactive.body.text, details: interactive }
  if (location) return { ...shared, kind: 'location', details: location }
  if (contacts) return { ...shared, kind: 'contacts', details: { contacts } }
  return { ...shared, kind: 'text', text: text ?? '', details: null }
}
