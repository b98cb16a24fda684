import {
  Contact,
  FileText,
  Image,
  Info,
  ListChecks,
  type LucideIcon,
  MapPin,
  MessageCircleQuestion,
  Mic,
  ShoppingBag,
  SmilePlus,
  Sticker,
  Video,
} from 'lucide-react'
import type { Message } from '../../lib/api-types.ts'
import { readPath } from './read-path.ts'

export interface MessageWords {
  icon: LucideIcon
  /** What it is: "Photo". */
  title: string
  /** What is known of it: a place's name, a file's name. */
  more: string | null
}

type Words = (details: unknown) => Omit<MessageWords, 'more'> & { more?: string | null }

const words: Record<string, Words> = {
  image: () => ({ icon: Image, title: 'Photo' }),
  video: () => ({ icon: Video, title: 'Video' }),
  audio: (it) => ({ icon: Mic, title: readPath(it, 'voice') === 'true' ? 'Voice message' : 'Audio' }),
  document: (it) => ({ icon: FileText, title: 'Document', more: readPath(it, 'filename') }),
  sticker: () => ({ icon: Sticker, title: 'Sticker' }),
  location: (it) => ({ icon: MapPin, title: readPath(it, 'name') ?? 'Location', more: placeOf(it) }),
  contacts: (it) => ({ icon: Contact, title: 'Contact card', more: readPath(it, '0.name.formatted_name') }),
  reaction: (it) => {
    const emoji = readPath(it, 'emoji')
    return { icon: SmilePlus, title: emoji ? `Reacted with ${emoji}` : 'Took a reaction back' }
  },
  interactive: (it) => ({
    icon: ListChecks,
    title: readPath(it, 'button_reply.title') ?? readPath(it, 'list_reply.title') ?? 'Answer to a choice',
    more: readPath(it, 'list_reply.description'),
  }),
  button: (it) => ({ icon: ListChecks, title: readPath(it, 'text') ?? 'Pressed a button' }),
  order: (it) => ({ icon: ShoppingBag, title: 'Order', more: readPath(it, 'text') }),
  system: (it) => ({ icon: Info, title: readPath(it, 'body') ?? 'Note from WhatsApp' }),
  unsupported: () => ({
    icon: MessageCircleQuestion,
    title: 'Something WhatsApp does not pass on',
    more: 'The customer sees it on the phone only.',
  }),
}

/** What a message of a kind other than text is, in words; null for text. */
export function messageWords(message: Pick<Message, 'kind'> & { details?: object | null }): MessageWords | null {
  if (message.kind === 'text') return null
  const describe = words[message.kind]
  if (!describe) {
    return { icon: MessageCircleQuestion, title: 'A message of a new kind', more: message.kind.replaceAll('_', ' ') }
  }
  return { more: null, ...describe(contentOf(message.kind, message.details)) }
}

/** The content itself, whether or not it stands under its kind's name. */
function contentOf(kind: string, details: object | null | undefined): unknown {
  return details && kind in details ? (details as Record<string, unknown>)[kind] : details
}

function placeOf(details: unknown): string | null {
  const address = readPath(details, 'address')
  if (address) return address
  const [latitude, longitude] = [readPath(details, 'latitude'), readPath(details, 'longitude')]
  return latitude && longitude ? `${latitude}, ${longitude}` : null
}
