import { z } from 'zod'
import { send as callProvider, noteSendError } from '#channels'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { done, job, type Outcome, snooze } from '#lib/jobs/job'
import { Id } from '#lib/json'
import type { Principal } from '#lib/tx'
import { type Claim, claim } from './claim.ts'
import { deliverJob } from './deliver-later.ts'
import { giveFile } from './give-file.ts'
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
      case 'give':
        await giveFile(context, who, next)
        break
      case 'send':
        await send(context, who, next)
        break
      default: {
        const never: never = next
        return never
      }
    }
  }
}

async function send(context: Context, who: Principal, { channel, message, call }: Extract<Claim, { kind: 'send' }>) {
  const result = await callProvider(context, channel, message)
  await context.withTenant(who, (tx) => recordOutcome(tx, context.pace, call, result))
  if (result.outcome !== 'refused') return
  // On its own: whoever holds a conversation must not wait for a channel, which whoever takes webhooks in holds the other way round.
  await context.withTenant(who, (tx) => noteSendError(tx, channel.id, result.error))
  if (result.error.class === 'unknown_code') {
    context.log.error({ channelId: channel.id, error: result.error }, 'the provider refused with an error nobody knows')
  }
}
