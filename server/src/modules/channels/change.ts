import type { Context } from '#lib/context'
import { announce } from '#lib/facts/announce'
import { enqueue } from '#lib/jobs/job'
import { InvalidInput, NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { readApiUrl } from './api-url.ts'
import type { Channel, ChannelChange } from './channel.ts'
import { checkChannel } from './check.ts'
import { openCredentials, sealCredentials } from './credentials.ts'
import { forgetKey } from './locate.ts'
import { type ChannelRow, getChannel, lockChannel } from './queries.ts'
import { setStatus } from './set-status.ts'

/**
 * Renames a channel, replaces its settings or some of its credentials, turns it off or on. Whatever touches the connection
 * sets it to `connecting` and has it checked again.
 */
export async function change(tx: Tx, context: Context, id: string, wish: ChannelChange): Promise<Channel> {
  permit(tx, 'channels.change')
  const channel = await lockChannel(tx, id)
  if (!channel) throw new NotFound('channel')
  refuseToCarryTokenAway(context, channel, wish)

  const changed = changedColumns(tx, context, channel, wish)
  const fields = (['name', 'settings', 'credentials'] as const).filter((field) => wish[field] !== undefined)
  if (fields.length > 0) {
    await tx.db
      .updateTable('channels.channel')
      .set(changed)
      .where('tenantId', '=', tx.tenantId)
      .where('id', '=', id)
      .execute()
    await announce(tx, 'channels.changed', { subjectId: id, details: { fields } })
    tx.afterCommit(() => forgetKey(context, channel.key))
  }
  await reconnect(tx, channel, wish)
  return getChannel(tx, context, id)
}

/** Credentials can't be read back, so they are not sent to another server on somebody's word: who names it enters the token. */
function refuseToCarryTokenAway(context: Context, channel: ChannelRow, { settings, credentials }: ChannelChange): void {
  if (settings === undefined || credentials?.accessToken !== undefined) return
  const originOf = (apiUrl: string | undefined) => new URL(apiUrl ?? context.providerUrls.whatsapp).origin
  if (originOf(settings.apiUrl) === originOf(channel.settings.apiUrl)) return
  const message = 'Enter the access token again: it would be sent to another address than before.'
  throw new InvalidInput([{ path: 'credentials.accessToken', message, code: 'required' }])
}

function changedColumns(tx: Tx, context: Context, channel: ChannelRow, { name, settings, credentials }: ChannelChange) {
  const { apiUrl, ...others } = settings ?? {}
  return {
    ...(name === undefined ? {} : { name }),
    ...(settings === undefined
      ? {}
      : { settings: JSON.stringify({ ...others, ...(apiUrl ? { apiUrl: readApiUrl(context, apiUrl) } : {}) }) }),
    ...(credentials === undefined ? {} : { sealedCredentials: sealedAnew(tx, context, channel, credentials) }),
  }
}

function sealedAnew(
  tx: Tx,
  context: Context,
  channel: ChannelRow,
  given: NonNullable<ChannelChange['credentials']>,
): Buffer {
  const owner = { tenantId: tx.tenantId, channelId: channel.id }
  const kept = openCredentials(context, owner, channel.sealedCredentials)
  return sealCredentials(context, owner, {
    accessToken: given.accessToken ?? kept.accessToken,
    appSecret: given.appSecret ?? kept.appSecret,
    verifyToken: given.verifyToken ?? kept.verifyToken,
  })
}

async function reconnect(
  tx: Tx,
  channel: ChannelRow,
  { enabled, settings, credentials }: ChannelChange,
): Promise<void> {
  if (enabled === false) return setStatus(tx, channel, 'disabled', null)
  const staysOff = channel.status === 'disabled' && enabled !== true
  const touchesConnection = enabled === true || settings !== undefined || credentials !== undefined
  if (staysOff || !touchesConnection) return
  await setStatus(tx, channel, 'connecting', null)
  await enqueue(tx, checkChannel, { channelId: channel.id })
}
