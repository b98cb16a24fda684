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
    meaning: 'The number and its keys are being checked with the provider.',
  },
  connected: { label: 'Connected', tone: 'good', meaning: 'Messages arrive and leave.' },
  reauth_required: {
    label: 'Access refused',
    tone: 'bad',
    meaning: 'The provider no longer accepts the keys. Replace them to go on.',
  },
  paused: { label: 'Paused', tone: 'waiting', meaning: 'Nothing is sent until it is resumed.' },
  disabled: { label: 'Turned off', tone: 'off', meaning: 'Nothing is sent. What customers write still arrives.' },
}

// Connected, and yet something was found.
const ailing: Partial<Record<Channel['health'], Words>> = {
  bad: {
    label: 'Needs attention',
    tone: 'bad',
    meaning: 'Something is in the way of messages. Open the channel to see what, and what to do.',
  },
  warning: {
    label: 'Connected, worth a look',
    tone: 'waiting',
    meaning: 'Messages arrive and leave. Something deserves a look before it gets in the way.',
  },
}

/** A channel's status in words, with the server's reason where it gives one. */
export function statusWords(channel: Pick<Channel, 'status' | 'statusReason' | 'health'>): Words {
  const own = (channel.status === 'connected' && ailing[channel.health]) || words[channel.status]
  return { ...own, meaning: channel.statusReason?.message ?? own.meaning }
}
