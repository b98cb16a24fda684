import { resolve, rotatePhone, rotateWhatsappUserId, takeProviderWord } from '#contacts'
import type { Tx } from '#lib/tx'
import { noteSendError } from '../note-send-error.ts'
import { noteReport } from '../providers/whatsapp-cloud/note-report.ts'
import type { ChannelRef, Hands, InboundMessage, InboundPreference } from './hands.ts'
import type { Item } from './items.ts'

/** Does what an item means. */
export async function handleItem(tx: Tx, hands: Hands, { channel, parcel: { meaning } }: Item): Promise<void> {
  switch (meaning.is) {
    case 'message':
      return hands.message(tx, channel, await contactOf(tx, meaning.message), meaning.message)
    case 'echo':
      return hands.echo(tx, channel, await contactOf(tx, meaning.message), meaning.message)
    case 'change':
      return hands.change(tx, channel, await contactOf(tx, meaning.change), meaning.by, meaning.change)
    case 'receipt':
      return hands.receipt(tx, channel, meaning.receipt)
    case 'preference':
      return notePreference(tx, channel, meaning.preference)
    case 'number_changed':
      return rotatePhone(tx, meaning)
    case 'user_id_changed':
      return rotateWhatsappUserId(tx, meaning)
    case 'trouble':
      return noteSendError(tx, channel.id, meaning.error)
    case 'report':
      return noteReport(tx, channel.id, meaning.report)
    case 'kept':
    case 'malformed':
      return
    default: {
      const never: never = meaning
      return never
    }
  }
}

type Writer = Pick<InboundMessage, 'from' | 'profileName' | 'username'>

async function contactOf(tx: Tx, { from, profileName, username }: Writer): Promise<string> {
  const profile = {
    ...(profileName === undefined ? {} : { profileName }),
    ...(username === undefined ? {} : { username }),
  }
  const contact = await resolve(tx, { ...from, ...profile })
  return contact.id
}

async function notePreference(tx: Tx, { kind }: ChannelRef, { from, ...word }: InboundPreference): Promise<void> {
  const contactId = await contactOf(tx, { from })
  await takeProviderWord(tx, { ...word, contactId, channelKind: kind, purposes: ['marketing'] })
}
