import type { Context } from '#lib/context'
import { announceEach } from '#lib/facts/announce'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { openCredentials } from './credentials.ts'
import { locateAnew } from './locate.ts'
import { lockChannel } from './queries.ts'
import { keepCredentials } from './replace-credentials.ts'

/** From now on only the current secrets are accepted. */
export async function endFormerSecrets(tx: Tx, context: Context, id: string): Promise<void> {
  permit(tx, 'channels.change')
  const channel = await lockChannel(tx, id)
  if (!channel) throw new NotFound('channel')
  const owner = { tenantId: tx.tenantId, channelId: id }
  const { former = [], ...current } = openCredentials(context, owner, channel.sealedCredentials)
  if (former.length === 0) return

  await keepCredentials(tx, context, channel, current)
  const ended = new Set(former.map(({ name }) => name))
  const facts = [...ended].map((secret) => ({ subjectId: id, details: { secret } }))
  await announceEach(tx, 'channels.former_secret_ended', facts)
  tx.afterCommit(() => locateAnew(context, channel.key))
}
