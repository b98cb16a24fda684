import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inbox } from '../../../world/inbox.ts'
import { change } from './change.ts'
import { giveBack } from './give-back.ts'
import { getConversation } from './queries.ts'

test('who left looks after nothing any more, others keep theirs, and each change is told', async (t) => {
  const { salon, ana, hear, asSystem } = await inbox(t)
  const [staff, manager] = [salon.staff, salon.manager].map(({ actor }) => ('id' in actor ? actor.id : ''))
  const ben = await hear('+34600000002')
  const eva = await hear('+34600000003')
  for (const [{ conversationId }, assigneeId] of [
    [ana, staff],
    [ben, staff],
    [eva, manager],
  ] as const)
    await salon.as(salon.owner, (tx) => change(tx, conversationId, { assigneeId: assigneeId ?? null }))

  await asSystem((tx) => giveBack(tx, staff ?? ''))
  await asSystem((tx) => giveBack(tx, staff ?? ''))

  const assignees = await salon.as(salon.owner, async (tx) => {
    const found = []
    for (const { conversationId } of [ana, ben, eva]) found.push((await getConversation(tx, conversationId)).assignee)
    return found.map((assignee) => assignee?.id ?? null)
  })
  assert.deepEqual(assignees, [null, null, manager])
  const { rows } = await asSystem((tx) =>
    sql<{ conversationId: string; details: unknown; kind: string }>`
      select conversation_id, details, actor ->> 'kind' as kind from facts.fact
      where name = 'conversations.changed' and details -> 'assigneeId' ->> 'to' is null order by conversation_id`.execute(
      tx.db,
    ),
  )
  const details = { assigneeId: { from: staff, to: null } }
  assert.deepEqual(
    rows,
    [ana, ben].map(({ conversationId }) => ({ conversationId, details, kind: 'system' })),
  )
})
