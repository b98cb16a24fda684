import { z } from 'zod'
import { sendText } from '#channels'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { done, job, type Outcome, snooze } from '#lib/jobs/job'
import { Id } from '#lib/json'
import { claim } from './claim.ts'
import { deliverJob } from './deliver-later.ts'
import { recordOutcome } from './record-outcome.ts'

const DeliverConversation = z.object({ conversationId: Id })

export const deliverConversation = job({
  name: deliverJob,
  payload: DeliverConversation,
  key: ({ conversationId }) => conversationId,
  run: deliver,
})

/**
 * Sends what waits in one conversation, strictly in order, until nothing is left or the first message is not due. Three
 * beats for each: claim (committed), call (no transaction), record. Killed at any point, it goes on where it was.
 */
export async function deliver(
  context: Context,
  tenantId: string,
  { conversationId }: z.infer<typeof DeliverConversation>,
): Promise<Outcome> {
  const who = { tenantId, actor: system }
  for (;;) {
    const next = await context.withTenant(who, (tx) => claim(tx, context, conversationId))
    switch (next.kind) {
      case 'nothing':
        return done
      case 'waits':
        return snooze(next.until, 'the first message in the outbox is not due')
      case 'decided':
        break
      case 'send': {
        const result = await sendText(context, next.channel, next.parcel)
        await context.withTenant(who, (tx) => recordOutcome(tx, context.pace, next.call, result))
        break
      }
      default: {
        const never: never = next
        return never
      }
    }
  }
}
