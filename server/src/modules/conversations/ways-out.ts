import { z } from 'zod'
import { listChannels } from '#channels'
import type { Context } from '#lib/context'
import { Id, Time, time } from '#lib/json'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { getWorkspace, permit } from '#tenancy'
import { addressFor } from './begin-reach.ts'
import { ChannelNotReady, NoAddress, NotWrittenTo, WindowClosed } from './refusals.ts'
import { windowOn } from './window.ts'

export const WayOut = z
  .object({
    channelId: Id,
    name: z.string(),
    displayPhoneNumber: z.string().describe('What customers see the channel as.'),
    kind: z.string(),
    textLimit: z.number().int().describe('Most characters of a text.'),
    kinds: z.array(z.string()).describe('The kinds of messages it carries.'),
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
  const phone = await addressFor(tx, conversationId, { hasWindow: false })
  return {
    items: items.map(({ id, name, kind, status, address, capabilities }) => {
      const reach = reaches.find(({ channelId }) => channelId === id)
      const { open, closesAt } = windowOn(capabilities, reach?.customerWroteAt ?? null, tx.now)
      const isReached = reach && (reach.customerWroteAt !== null || !capabilities.hasWindow)
      const why =
        (status === 'disabled' && new ChannelNotReady(`${name} is turned off.`)) ||
        (!isReached && capabilities.hasWindow && new NotWrittenTo(name)) ||
        (!isReached && phone === null && new NoAddress(name)) ||
        (!open && new WindowClosed(closesAt, timezone)) ||
        null
      return {
        channelId: id,
        name,
        displayPhoneNumber: address,
        kind,
        textLimit: capabilities.textLimit,
        kinds: capabilities.kinds,
        canSend: why === null,
        why: why && { code: why.code, message: why.message },
        window: { open, closesAt: time(closesAt) },
      }
    }),
  }
}
