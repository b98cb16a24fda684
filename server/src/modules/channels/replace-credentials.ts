import type { Context } from '#lib/context'
import { announce, announceEach } from '#lib/facts/announce'
import { time } from '#lib/json'
import type { Tx } from '#lib/tx'
import type { ChannelChange } from './channel.ts'
import { openCredentials, rotatedSecrets, type SealedCredentials, sealCredentials } from './credentials.ts'
import type { ChannelRow } from './queries.ts'
import { acceptedUntil, rotate } from './rotate.ts'

const aDay = 24

/** Replaces some credentials of a channel that the caller holds locked. The secrets that go are accepted for some hours more. */
export async function replaceCredentials(
  tx: Tx,
  context: Context,
  channel: ChannelRow,
  given: NonNullable<ChannelChange['credentials']>,
  hours = aDay,
): Promise<void> {
  const owner = { tenantId: tx.tenantId, channelId: channel.id }
  const known = openCredentials(context, owner, channel.sealedCredentials)
  const { credentials, replaced } = rotate(known, given, { now: tx.now, hours })
  await keepCredentials(tx, context, channel, credentials)

  const details = { fields: [...replaced] }
  if (replaced.length > 0) await announce(tx, 'channels.credentials_changed', { subjectId: channel.id, details })
  const rotated = rotatedSecrets.filter((name) => replaced.includes(name))
  await announceEach(
    tx,
    'channels.secret_rotated',
    rotated.map((secret) => ({
      subjectId: channel.id,
      details: { secret, formerUntil: time(acceptedUntil(credentials, secret)) },
    })),
  )
}

/** Forgets the secrets whose time is over, of a channel that the caller holds locked. */
export async function forgetExpired(tx: Tx, context: Context, channel: ChannelRow): Promise<void> {
  const ends = [channel.formerAppSecretUntil, channel.formerVerifyTokenUntil]
  if (!ends.some((at) => at !== null && at <= tx.now)) return
  const owner = { tenantId: tx.tenantId, channelId: channel.id }
  const known = openCredentials(context, owner, channel.sealedCredentials)
  await keepCredentials(tx, context, channel, rotate(known, {}, { now: tx.now, hours: 0 }).credentials)
}

/** Seals a channel's credentials anew, with what is shown about them. */
export async function keepCredentials(
  tx: Tx,
  context: Context,
  { id }: ChannelRow,
  credentials: SealedCredentials,
): Promise<void> {
  await tx.db
    .updateTable('channels.channel')
    .set({
      sealedCredentials: sealCredentials(context, { tenantId: tx.tenantId, channelId: id }, credentials),
      // Of both kinds of secrets that sign, a channel has one.
      formerAppSecretUntil: acceptedUntil(credentials, 'appSecret') ?? acceptedUntil(credentials, 'authToken'),
      formerVerifyTokenUntil: acceptedUntil(credentials, 'verifyToken'),
    })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
}
