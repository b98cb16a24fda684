import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#lib/id'
import { inbox } from '../../../world/inbox.ts'
import { change } from './change.ts'
import { getConversation } from './queries.ts'

test('what changes is told with from and to, what stays is not', async (t) => {
  const { salon, ana, asSystem } = await inbox(t)
  const { id } = salon.manager.actor as { id: string }

  await salon.as(salon.staff, (tx) =>
    change(tx, ana.conversationId, { status: 'open', assigneeId: id, labels: ['vip', 'vip'], automationPaused: true }),
  )
  await salon.as(salon.staff, (tx) => change(tx, ana.conversationId, { assigneeId: id }))

  const conversation = await salon.as(salon.staff, (tx) => getConversation(tx, ana.conversationId))
  assert.deepEqual([conversation.assignee, conversation.labels], [{ id, name: 'Manager' }, ['vip']])
  const { rows } = await asSystem((tx) =>
    sql<{ details: unknown }>`select details from facts.fact where name = 'conversations.changed'`.execute(tx.db),
  )
  assert.deepEqual(
    rows.map(({ details }) => details),
    [
      {
        assigneeId: { from: null, to: id },
        labels: { from: [], to: ['vip'] },
        automationPaused: { from: false, to: true },
      },
    ],
  )
})

test('nobody from elsewhere looks after a conversation, and nobody elsewhere can change it', async (t) => {
  const { salon, clinic, ana } = await inbox(t)
  const stranger = clinic.staff.actor as { id: string }

  for (const assigneeId of [stranger.id, newId()]) {
    await assert.rejects(
      salon.as(salon.staff, (tx) => change(tx, ana.conversationId, { assigneeId })),
      { code: 'invalid_input', status: 422 },
    )
  }
  await assert.rejects(
    clinic.as(clinic.owner, (tx) => change(tx, ana.conversationId, { status: 'resolved' })),
    { code: 'not_found', status: 404 },
  )
})

test('null gives a conversation back to nobody', async (t) => {
  const { salon, ana } = await inbox(t)
  const { id } = salon.staff.actor as { id: string }
  await salon.as(salon.staff, (tx) => change(tx, ana.conversationId, { assigneeId: id }))
  await salon.as(salon.staff, (tx) => change(tx, ana.conversationId, { assigneeId: null }))

  const conversation = await salon.as(salon.staff, (tx) => getConversation(tx, ana.conversationId))
  assert.equal(conversation.assignee, null)
})
