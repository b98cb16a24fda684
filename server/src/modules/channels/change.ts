import type { Context } from '#lib/context'
import { announce } from '#lib/facts/announce'
import { InvalidInput, NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { readApiUrl } from './api-url.ts'
import { askForExamination } from './ask-for-examination.ts'
import type { Channel, ChannelChange } from './channel.ts'
import { locateAnew } from './locate.ts'
import type { ChannelKind, SettingsOf } from './port.ts'
import { portOf } from './ports.ts'
import { type ChannelRow, getChannel, lockChannel } from './queries.ts'
import { asTakenLine, refuseTakenLine } from './refuse-taken-line.ts'
import { replaceCredentials } from './replace-credentials.ts'
import { setStatus } from './set-status.ts'

/**
 * Renames a channel, replaces its settings or some of its credentials, turns it off or on. Whatever touches the connection
 * sets it to `connecting` and has it checked again.
 */
export async function change(tx: Tx, context: Context, id: string, wish: ChannelChange): Promise<Channel> {
  permit(tx, 'channels.change')
  const channel = await lockChannel(tx, id)
  if (!channel) throw new NotFound('channel')
  refuseOtherKind(channel, wish)
  refuseToCarrySecretAway(context, channel, wish)

  const { kind } = channel
  if (wish.settings) await refuseTakenLine(tx, { kind, line: portOf(channel).lineOf(wish.settings) }, id)
  await describeAnew(tx, context, channel, wish)
  if (wish.credentials) await replaceCredentials(tx, context, channel, wish.credentials, wish.keepFormerSecretsFor)
  if (wish.settings || wish.credentials) tx.afterCommit(() => locateAnew(context, channel.key))
  await reconnect(tx, channel, wish)
  return getChannel(tx, context, id)
}

/** Settings and credentials were read as those of the kind that was named; they must not land on another. */
function refuseOtherKind(channel: ChannelRow, { kind = 'whatsapp_cloud', settings, credentials }: ChannelChange): void {
  if (kind === channel.kind || (settings === undefined && credentials === undefined)) return
  const message = `This channel is of the kind ${channel.kind}; name that kind beside what changes.`
  throw new InvalidInput([{ path: 'kind', message, code: 'other_kind' }], message)
}

/** Credentials can't be read back, so they are not sent to another server on somebody's word: who names it enters them. */
function refuseToCarrySecretAway(
  context: Context,
  channel: ChannelRow,
  { settings, credentials = {} }: ChannelChange,
): void {
  const port = portOf(channel)
  const { name, called } = port.callsWith
  const isGiven = Object.entries(credentials).some(([given, value]) => given === name && value !== undefined)
  if (settings === undefined || isGiven) return
  const originOf = (apiUrl: string | undefined) => new URL(apiUrl ?? port.defaultUrl(context)).origin
  if (originOf(settings.apiUrl) === originOf(channel.settings.apiUrl)) return
  const message = `Enter the ${called} again: it would be sent to another address than before.`
  throw new InvalidInput([{ path: `credentials.${name}`, message, code: 'required' }])
}

async function describeAnew(tx: Tx, context: Context, channel: ChannelRow, wish: ChannelChange): Promise<void> {
  const from = { name: channel.name, settings: channel.settings }
  const to = { name: wish.name ?? from.name, settings: wish.settings ? kept(context, wish.settings) : from.settings }
  const fields = (['name', 'settings'] as const).filter((field) => wish[field] !== undefined)
  if (fields.length === 0) return
  await tx.db
    .updateTable('channels.channel')
    .set({
      name: to.name,
      settings: JSON.stringify(to.settings),
      // Another number, account or server has to be shown anew.
      ...(wish.settings ? { numberProvenAt: null } : {}),
    })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', channel.id)
    .execute()
    .catch((error: unknown) => {
      throw asTakenLine(error)
    })
  await announce(tx, 'channels.changed', { subjectId: channel.id, details: { fields, from, to } })
}

function kept(context: Context, { apiUrl, ...others }: SettingsOf[ChannelKind]): SettingsOf[ChannelKind] {
  return { ...others, ...(apiUrl ? { apiUrl: readApiUrl(context, apiUrl) } : {}) }
}

async function reconnect(
  tx: Tx,
  channel: ChannelRow,
  { enabled, settings, credentials }: ChannelChange,
): Promise<void> {
  if (enabled === false) return setStatus(tx, channel, 'disabled', turnedOff)
  const staysOff = channel.status === 'disabled' && enabled !== true
  const touchesConnection = enabled === true || settings !== undefined || credentials !== undefined
  if (staysOff || !touchesConnection) return
  await setStatus(tx, channel, 'connecting', null)
  await askForExamination(tx, channel.id)
}

const turnedOff = {
  code: 'turned_off',
  message: 'The channel is turned off: nothing is sent, what customers write still arrives.',
}
