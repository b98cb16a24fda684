import { randomBytes } from 'node:crypto'
import type { Context } from '#lib/context'
import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { readApiUrl } from './api-url.ts'
import { askForExamination } from './ask-for-examination.ts'
import type { ChannelOf, NewChannel } from './channel.ts'
import { sealCredentials } from './credentials.ts'
import { portOf } from './ports.ts'
import { getChannel } from './queries.ts'
import { asTakenLine, refuseTakenLine } from './refuse-taken-line.ts'

/** Connects a channel: its credentials are sealed, its webhook's address is made, and a job asks the provider about it. */
export async function connect<Wish extends NewChannel>(
  tx: Tx,
  context: Context,
  wish: Wish,
): Promise<ChannelOf<Wish['kind']>> {
  permit(tx, 'channels.connect')
  const { apiUrl, ...settings } = wish.settings
  const id = newId()
  await refuseTakenLine(tx, { kind: wish.kind, line: portOf(wish).lineOf(wish.settings) }, id)
  await tx.db
    .insertInto('channels.channel')
    .values({
      id,
      kind: wish.kind,
      name: wish.name,
      key: randomBytes(24).toString('base64url'),
      settings: JSON.stringify({ ...settings, ...(apiUrl ? { apiUrl: readApiUrl(context, apiUrl) } : {}) }),
      sealedCredentials: sealCredentials(context, { tenantId: tx.tenantId, channelId: id }, wish.credentials),
      status: 'connecting',
      createdAt: tx.now,
      examineAt: new Date(tx.now.getTime() + context.pace.examine),
    })
    .execute()
    .catch((error: unknown) => {
      throw asTakenLine(error)
    })
  await announce(tx, 'channels.connected', { subjectId: id, details: { kind: wish.kind } })
  await askForExamination(tx, id)
  return (await getChannel(tx, context, id)) as ChannelOf<Wish['kind']>
}
