import { z } from 'zod'
import { type AnyDoor, door } from '#lib/door'
import { ById } from '#lib/json'
import { getConversation } from '../queries.ts'
import { Conversation } from '../views.ts'
import { requestHandoff } from './request-handoff.ts'
import { returnHandoff } from './return-handoff.ts'
import { takeHandoff } from './take-handoff.ts'

const tag = 'Conversations'

export const handoffDoors: readonly AnyDoor[] = [
  door({
    method: 'POST',
    path: '/conversations/:id/handoff',
    tag,
    summary: 'Ask for a person to take over; automation pauses',
    params: ById,
    body: z.object({ reason: z.string().describe('Why a person is needed, for colleagues; up to 1,000 characters.') }),
    status: 200,
    answer: Conversation,
    async handle(tx, { params, body }) {
      await requestHandoff(tx, { conversationId: params.id, reason: body.reason })
      return getConversation(tx, params.id)
    },
  }),
  door({
    method: 'POST',
    path: '/conversations/:id/handoff/take',
    tag,
    summary: 'Take over a conversation that waits for a person',
    params: ById,
    status: 200,
    answer: Conversation,
    async handle(tx, { params }) {
      await takeHandoff(tx, params.id)
      return getConversation(tx, params.id)
    },
  }),
  door({
    method: 'DELETE',
    path: '/conversations/:id/handoff',
    tag,
    summary: 'Hand a conversation back to automation, which goes on',
    params: ById,
    status: 200,
    answer: Conversation,
    async handle(tx, { params }) {
      await returnHandoff(tx, params.id)
      return getConversation(tx, params.id)
    },
  }),
]
