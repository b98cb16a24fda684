import { inboundArrived, takeIn } from '#channels'
import type { Loop } from '#lib/loop'
import { hands } from './hands.ts'

const pollMilliseconds = 1_000

/** Takes what came to the channels into the conversations, as soon as this process stored it or another's is found. */
export const takingIn: Loop = {
  name: 'conversations.take-in',
  async run(context, signal) {
    // Waits from before each look, so that what arrives during it is not slept over.
    let arrival = inboundArrived.wait(pollMilliseconds, signal)
    while (!signal.aborted) {
      const taken = await takeIn(context, hands, signal)
      if (taken > 0) continue
      await arrival
      arrival = inboundArrived.wait(pollMilliseconds, signal)
    }
  },
}
