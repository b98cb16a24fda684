import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { inbox } from '../../../world/inbox.ts'
import { type BulkAct, changeMany } from './change-many.ts'
import { countConversations } from './counts.ts'
import { markRead } from './mark-read.ts'

const phones = ['+34600000001', '+34600000002', '+34600000003', '+34600000004']

test('whatever is done, the counts are what a recount says', async (t) => {
  const desk = await inbox(t)
  const { salon } = desk
  const me = (salon.staff.actor as { id: string }).id
  const ids = await Promise.all(phones.map(async (phone) => (await desk.hear(phone)).conversationId))
  const acts: readonly BulkAct[] = [
    ...(['read', 'resolve', 'reopen', 'pend'] as const).map((kind) => ({ kind })),
    { kind: 'assign', assigneeId: me },
    { kind: 'assign', assigneeId: null },
    { kind: 'snooze', until: null },
  ]
  const step = fc.oneof(
    fc.record({ hear: fc.constantFrom(...phones) }),
    fc.record({ read: fc.constantFrom(...ids) }),
    fc.record({ act: fc.constantFrom(...acts), to: fc.subarray(ids, { minLength: 1 }) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      for (const one of steps) {
        if ('hear' in one) await desk.hear(one.hear)
        else if ('read' in one) await salon.as(salon.staff, (tx) => markRead(tx, one.read))
        else await salon.as(salon.staff, (tx) => changeMany(tx, { ids: one.to, act: one.act }))
      }
      const counted = await salon.as(salon.staff, countConversations)
      assert.deepEqual(counted, await recount())
    }),
    { numRuns: 20 },
  )

  async function recount() {
    const { rows } = await desk.asSystem((tx) =>
      sql`
        select count(*) filter (where status = 'open')::int as open, count(*) filter (where status = 'pending')::int as pending,
          count(*) filter (where status = 'snoozed')::int as snoozed, count(*) filter (where status = 'resolved')::int as resolved,
          count(*) filter (where unread_count > 0)::int as unread,
          count(*) filter (where status = 'open' and assignee_id = ${me})::int as mine,
          count(*) filter (where status = 'open' and assignee_id is null)::int as unassigned,
          count(*) filter (where handoff_requested_at is not null and handoff_taken_at is null)::int as handoffs
        from conversations.conversation`.execute(tx.db),
    )
    return rows[0]
  }
})
