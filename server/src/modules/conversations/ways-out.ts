import { z } from 'zod'
import { listChannels } from '#channels'
import type { Context } from '#lib/context'
import { Id, Time, time } from '#lib/json'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { getWorkspace, permit } from '#tenancy'
import { ChannelNotReady, NotWrittenTo, WindowClosed } from './refusals.ts'
import { windowAt } from './window.ts'

export const WayOut = z
  .object({
    channelId: Id,
    name: z.string(),
    displayPhoneNumber: z.string(),
    canSend: z.boolean(),
    why: z
      .object({ code: z.string(), message: z.string() })
      .nullable()
      .describe('Why nothing can be sent by it now; null when it can.'),
    window: z.object({ open: z.boolean(), closesAt: Time.nullable() }),
  })
  .meta({ id: 'WayOut' })
export type WayOut = z.input<typeof WayOut>

const mostNumbers = 100

/** Every connected number, oldest first, with whether the customer can be answered by it now and, if not, why. */
export async function waysOut(tx: Tx, context: Context, conversationId: string): Promise<{ items: WayOut[] }> {
  permit(tx, 'conversations.read')
  const conversation = await tx.db
    .selectFrom('conversations.conversation')
    .select('id')
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', conversationId)
    .executeTakeFirst()
  if (!conversation) throw new NotFound('conversation')

  const reaches = await tx.db
    .selectFrom('conversations.reach')
    .select(['channelId', 'customerWroteAt'])
    .where('tenantId', '=', tx.tenantId)
    .where('conversationId', '=', conversationId)
    .execute()
  const { timezone } = await getWorkspace(tx)
  const { items } = await listChannels(tx, context, { limit: mostNumbers })
  return {
    items: items.map(({ id, name, status, settings }) => {
      const reach = reaches.find(({ channelId }) => channelId === id)
      const { open, closesAt } = windowAt(reach?.customerWroteAt ?? null, tx.now)
      const why =
        (status === 'disabled' && new ChannelNotReady(`${name} is turned off.`)) ||
        (!reach?.customerWroteAt && new NotWrittenTo(name)) ||
        (!open && new WindowClosed(closesAt, timezone)) ||
        null
      return {
        channelId: id,
        name,
        displayPhoneNumber: settings.displayPhoneNumber,
        canSend: why === null,
        why: why && { code: why.code, message: why.message },
        window: { open, closesAt: time(closesAt) },
      }
    }),
  }
}
