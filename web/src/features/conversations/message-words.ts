import {
  Ban,
  ClipboardList,
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
import { cardsOf, fileOf, formOf, orderOf } from './read-content.ts'
import { readPath } from './read-path.ts'

export interface MessageWords {
  icon: LucideIcon
  /** What it is: "Photo". */
  title: string
  /** What is known of it: a place's name, a file's name. */
  more: string | null
}

type Wordy = Pick<Message, 'kind'> & { text?: string | null; details?: object | null; revokedAt?: string | null }

type Words = (details: unknown) => Omit<MessageWords, 'more'> & { more?: string | null }

const seenOnPhone = 'The customer sees it on the phone only.'

const words: Record<string, Words> = {
  image: (it) => ({ icon: Image, title: 'Photo', more: fileOf(it) }),
  video: (it) => ({ icon: Video, title: 'Video', more: fileOf(it) }),
  audio: (it) => ({
    icon: Mic,
    title: readPath(it, 'voice') === 'true' ? 'Voice message' : 'Audio',
    more: fileOf(it),
  }),
  document: (it) => ({ icon: FileText, title: 'Document', more: fileOf(it) }),
  sticker: (it) => ({ icon: Sticker, title: 'Sticker', more: fileOf(it) }),
  location: (it) => ({ icon: MapPin, title: readPath(it, 'name') ?? 'Location', more: placeOf(it) }),
  contacts: (it) => ({ icon: Contact, ...cardsOf(it) }),
  reaction: (it) => {
    const emoji = readPath(it, 'emoji')
    return { icon: SmilePlus, title: emoji ? `Reacted with ${emoji}` : 'Took a reaction back' }
  },
  interactive: (it) =>
    readPath(it, 'type') === 'nfm_reply'
      ? { icon: ClipboardList, title: 'Filled in a form', more: formOf(it) }
      : {
          icon: ListChecks,
          title:
            readPath(it, 'button_reply.title') ??
            readPath(it, 'list_reply.title') ??
            permissionOf(it) ??
            'Answer to a choice',
          more: readPath(it, 'list_reply.description'),
        },
  button: (it) => ({ icon: ListChecks, title: readPath(it, 'text') ?? 'Pressed a button' }),
  order: (it) => ({ icon: ShoppingBag, title: 'Order', more: orderOf(it) }),
  ephemeral: () => ({ icon: MessageCircleQuestion, title: 'A message that disappears', more: seenOnPhone }),
  system: (it) => ({ icon: Info, title: readPath(it, 'body') ?? 'Note from WhatsApp' }),
  mms: (it) => ({ icon: Image, title: 'A picture message', more: picturesOf(it) }),
  unsupported: (it) => ({
    icon: MessageCircleQuestion,
    title: 'Something WhatsApp does not pass on',
    more: readPath(it, 'type')?.replaceAll('_', ' ') ?? seenOnPhone,
  }),
}

/** What a message of a kind other than text is, in words; null for text. */
export function messageWords(message: Wordy): MessageWords | null {
  if (message.revokedAt) return { icon: Ban, title: 'This message was taken back', more: null }
  if (message.kind === 'text' && message.text === null)
    return { icon: MessageCircleQuestion, title: 'An empty message', more: null }
  if (message.kind === 'text' || message.kind === 'note' || message.kind === 'template') return null
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

/** The pictures themselves lie with the provider. */
function picturesOf(details: unknown): string | null {
  const media = typeof details === 'object' && details !== null && 'media' in details ? details.media : []
  const count = Array.isArray(media) ? media.length : 0
  return count === 1 ? 'One file, to be seen at Twilio.' : `${count} files, to be seen at Twilio.`
}

function permissionOf(details: unknown): string | null {
  const answer = readPath(details, 'call_permission_reply.response')
  if (!answer) return null
  return answer === 'accept' ? 'May be called' : 'Does not want to be called'
}

function placeOf(details: unknown): string | null {
  const address = readPath(details, 'address')
  if (address) return address
  const [latitude, longitude] = [readPath(details, 'latitude'), readPath(details, 'longitude')]
  return latitude && longitude ? `${latitude}, ${longitude}` : null
}
