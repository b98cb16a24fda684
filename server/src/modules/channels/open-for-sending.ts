import type { Context } from '#lib/context'
import type { Tx } from '#lib/tx'
import type { Capabilities } from './capabilities.ts'
import type { ChannelStatus, StatusReason } from './channel.ts'
import { openCredentials } from './credentials.ts'
import type { ChannelKind, OpenedChannel } from './port.ts'
import { portOf } from './ports.ts'
import { type ChannelRow, findChannelEvenRemoved } from './queries.ts'
import type { SendingChannel } from './sending.ts'

/** Whether something can be sent by a channel now; what it can do is known either way. */
export type Readiness = { readonly kind: ChannelKind; readonly capabilities: Capabilities } & (
  | { readonly ready: true; readonly channel: SendingChannel }
  | { readonly ready: false; readonly why: StatusReason }
)

/** What it takes to send by a channel now, or why it can't. Called in the transaction that claims what is to be sent. */
export async function openForSending(tx: Tx, context: Context, channelId: string): Promise<Readiness> {
  const channel = await findChannelEvenRemoved(tx, channelId)
  if (!channel) throw new Error(`there never was a channel ${channelId}`)
  const { kind } = channel
  const { capabilities } = portOf(channel)
  const why = whyNot(channel)
  if (why) return { ready: false, why, kind, capabilities }
  return { ready: true, channel: portOf(channel).open(context, opened(tx, context, channel)), kind, capabilities }
}

function whyNot({ removedAt, status, statusReason }: ChannelRow): StatusReason | undefined {
  if (removedAt !== null) return { code: 'channel_removed', message: 'The channel was removed.' }
  return status === 'connected' ? undefined : (statusReason ?? notReadyBecause[status])
}

/** A channel with its credentials, as its port takes it. Holds secrets: never to be kept or logged. */
export function opened(tx: Tx, context: Context, channel: ChannelRow): OpenedChannel<ChannelKind> {
  const { id, key, settings, lastEventAt, sealedCredentials } = channel
  const credentials = openCredentials(context, { tenantId: tx.tenantId, channelId: id }, sealedCredentials)
  return { id, key, settings, credentials, lastEventAt }
}

const notReadyBecause: Readonly<Record<Exclude<ChannelStatus, 'connected'>, StatusReason>> = {
  connecting: { code: 'channel_connecting', message: 'The channel is still being connected.' },
  reauth_required: { code: 'channel_reauth_required', message: 'The channel’s keys have to be renewed.' },
  paused: { code: 'channel_paused', message: 'The channel is paused.' },
  disabled: { code: 'channel_disabled', message: 'The channel is turned off.' },
}
