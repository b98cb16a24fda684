import { setTimeout as delay } from 'node:timers/promises'
import type { FirstDesk } from '../../world/first-desk.ts'

/** Answers a customer as a browser does that loses its connection: the same request under the same key until it is taken. Answers the message's id. */
export async function persist(desk: FirstDesk, conversationId: string, text: string): Promise<string> {
  const headers = { 'idempotency-key': `answer in ${conversationId}` }
  for (;;) {
    const answer = await desk
      .ask('POST', `/conversations/${conversationId}/messages`, { text }, headers)
      .catch(() => undefined)
    if (answer?.status === 201) return answer.body.id
    const mayPass = answer === undefined || answer.status === 409 || answer.status >= 500
    if (!mayPass) throw new Error(`the answer was refused: ${JSON.stringify(answer.body)}`)
    await delay(100)
  }
}
