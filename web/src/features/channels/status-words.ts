import type { Channel, ChannelStatus } from '../../lib/api-types.ts'

type Tone = 'good' | 'waiting' | 'bad' | 'off'

interface Words {
  label: string
  tone: Tone
  meaning: string
}

const words: Record<ChannelStatus, Words> = {
  connecting: {
    label: 'Connecting',
    tone: 'waiting',
    meaning: 'The number and its access token are being checked at WhatsApp.',
  },
  connected: { label: 'Connected', tone: 'good', meaning: 'Messages arrive and leave.' },
  reauth_required: {
    label: 'Access refused',
    tone: 'bad',
    meaning: 'WhatsApp no longer accepts the access token. Replace it to go on.',
  },
  paused: { label: 'Paused', tone: 'waiting', meaning: 'Nothing is sent until it is resumed.' },
  disabled: { label: 'Turned off', tone: 'off', meaning: 'Nothing is sent. What customers write still arrives.' },
}

/** A channel's status in words, with the server's reason where it gives one. */
export function statusWords(channel: Pick<Channel, 'status' | 'statusReason'>): Words {
  const own = words[channel.status]
  return { ...own, meaning: channel.statusReason?.message ?? own.meaning }
}
