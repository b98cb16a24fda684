import type { Context } from '#lib/context'
import type { Tx } from '#lib/tx'
import type { ChannelStatus, StatusReason } from './channel.ts'
import { openCredentials } from './credentials.ts'
import { type ChannelRow, findChannel } from './queries.ts'
import type { SendingChannel } from './sending.ts'

export type Readiness =
  | { readonly ready: true; readonly channel: SendingChannel }
  | { readonly ready: false; readonly why: StatusReason }

/** What it takes to send by a channel now, or why it can't. Called in the transaction that claims what is to be sent. */
export async function openForSending(tx: Tx, context: Context, channelId: string): Promise<Readiness> {
  const channel = await findChannel(tx, channelId)
  if (!channel) return notReady({ code: 'channel_removed', message: 'The channel was removed.' })
  if (channel.status !== 'connected') return notReady(channel.statusReason ?? notReadyBecause[channel.status])
  return { ready: true, channel: openChannel(tx, context, channel) }
}

/** The address and the key of a channel's provider. Holds the access token: never to be kept or logged. */
export function openChannel(tx: Tx, context: Context, channel: ChannelRow): SendingChannel {
  const { id, settings, sealedCredentials } = channel
  const { accessToken } = openCredentials(context, { tenantId: tx.tenantId, channelId: id }, sealedCredentials)
  return {
    id,
    phoneNumberId: settings.phoneNumberId,
    accessToken,
    baseUrl: settings.apiUrl ?? context.providerUrls.whatsapp,
  }
}

const notReadyBecause: Readonly<Record<Exclude<ChannelStatus, 'connected'>, StatusReason>> = {
  connecting: { code: 'channel_connecting', message: 'The channel is still being connected.' },
  reauth_required: { code: 'channel_reauth_required', message: 'The channel’s access token has to be renewed.' },
  paused: { code: 'channel_paused', message: 'The channel is paused.' },
  disabled: { code: 'channel_disabled', message: 'The channel is turned off.' },
}

function notReady(why: StatusReason): Readiness {
  return { ready: false, why }
}
