import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Principal } from '#lib/tx'
import { type Inbox, inbox } from '../../../../world/inbox.ts'
import { change } from '../change.ts'
import { countConversations } from '../counts.ts'
import { listThread } from '../message-queries.ts'
import { getConversation, listConversations } from '../queries.ts'
import { longestReason } from './handoff.ts'
import { type HandoffWish, requestHandoff } from './request-handoff.ts'
import { returnHandoff } from './return-handoff.ts'
import { takeHandoff } from './take-handoff.ts'

test('who asks for a person waits, oldest first, until somebody takes over and hands back', async (t) => {
  const desk = await inbox(t)
  const { salon, clock, ana } = desk
  const other = await desk.hear('+34600000002')
  await desk.asSystem((tx) => requestHandoff(tx, { ...ana, reason: 'Wants to complain', by: 'customer' }))
  clock.advance(60_000)
  await ask(desk, salon.staff, { ...other, reason: 'A big booking' })

  assert.deepEqual(await waiting(desk), [ana.conversationId, other.conversationId])
  const first = await show(desk)
  assert.deepEqual(
    [first.handoff?.reason, first.handoff?.by, first.handoff?.requestedBy, first.handoff?.takenAt],
    ['Wants to complain', 'customer', null, null],
  )
  assert.deepEqual([first.automation.paused, first.automation.why, first.automation.resumesAt], [true, 'handoff', null])

  await salon.as(salon.manager, (tx) => takeHandoff(tx, ana.conversationId))
  await salon.as(salon.manager, (tx) => takeHandoff(tx, ana.conversationId))
  const taken = await show(desk)
  const manager = (salon.manager.actor as { id: string }).id
  assert.deepEqual([taken.handoff?.takenBy?.id, taken.assignee?.id], [manager, manager])
  assert.notEqual(taken.automation.resumesAt, null)
  assert.deepEqual(await waiting(desk), [other.conversationId])
  await assert.rejects(
    salon.as(salon.staff, (tx) => takeHandoff(tx, ana.conversationId)),
    { code: 'handoff_taken' },
  )

  await salon.as(salon.manager, (tx) => returnHandoff(tx, ana.conversationId))
  const returned = await show(desk)
  assert.deepEqual([returned.handoff, returned.automation.paused], [null, false])
  const { items } = await salon.as(salon.staff, (tx) => listThread(tx, ana.conversationId, { limit: 9 }))
  assert.match(items[2]?.text ?? '', /^The customer asked for a person: Wants to complain$/)
  assert.match(items[0]?.text ?? '', /handed back to automation\.$/)
  assert.deepEqual(await facts(desk, ana.conversationId), [
    ['conversations.handoff_requested', 'none', 'waiting'],
    ['conversations.handoff_taken', 'waiting', 'taken'],
    ['conversations.handoff_returned', 'taken', 'none'],
  ])
})

test('pages of those that wait go on where the last one ended, and what waits is counted', async (t) => {
  const desk = await inbox(t)
  const { salon, clock } = desk
  const others = [desk.ana, await desk.hear('+34600000002'), await desk.hear('+34600000003')]
  for (const one of others) {
    clock.advance(1_000)
    await ask(desk, salon.staff, { ...one, reason: 'x' })
  }
  const list = (cursor?: string) =>
    salon.as(salon.staff, (tx) => listConversations(tx, { limit: 2, handoff: 'waiting', cursor }))
  const page = await list()
  const next = await list(page.nextCursor ?? undefined)
  assert.deepEqual(
    [...page.items, ...next.items].map(({ id }) => id),
    others.map(({ conversationId }) => conversationId),
  )
  assert.equal((await salon.as(salon.staff, countConversations)).handoffs, 3)
})

test('a reply takes over, resolving ends it, and asking again brings it back among those that wait', async (t) => {
  const desk = await inbox(t)
  const { salon, ana } = desk
  const me = (salon.staff.actor as { id: string }).id
  await ask(desk, salon.manager, { ...ana, reason: 'Her allergy' })
  await desk.answer('I am here')
  assert.equal((await show(desk)).handoff?.takenBy?.id, me)

  await ask(desk, salon.staff, { ...ana, reason: 'Beyond me' })
  assert.deepEqual(await waiting(desk), [ana.conversationId])
  await ask(desk, salon.manager, { ...ana, reason: 'Asked twice' })
  assert.equal((await show(desk)).handoff?.reason, 'Beyond me')

  await salon.as(salon.staff, (tx) => change(tx, ana.conversationId, { status: 'resolved' }))
  const resolved = await show(desk)
  assert.deepEqual([resolved.handoff, resolved.automation.paused], [null, false])
  assert.equal((await facts(desk, ana.conversationId)).at(-1)?.[0], 'conversations.handoff_returned')
})

test('without a reason, with one beyond measure, or where nobody asked, it is refused', async (t) => {
  const desk = await inbox(t)
  const { salon, ana } = desk
  for (const reason of [' \n', 'x'.repeat(longestReason + 1)])
    await assert.rejects(ask(desk, salon.staff, { ...ana, reason }), { code: 'invalid_input' })
  await ask(desk, salon.staff, { ...ana, reason: '😀'.repeat(longestReason) })
  await salon.as(salon.staff, (tx) => returnHandoff(tx, ana.conversationId))
  for (const act of [takeHandoff, returnHandoff])
    await assert.rejects(
      salon.as(salon.staff, (tx) => act(tx, ana.conversationId)),
      { code: 'no_handoff' },
    )
})

test('of two who take over at the same time one has it and the other is told who', async (t) => {
  const desk = await inbox(t)
  const { salon, ana } = desk
  await ask(desk, salon.staff, { ...ana, reason: 'x' })
  const takes = await Promise.allSettled(
    [salon.owner, salon.manager, salon.staff].map((who) => salon.as(who, (tx) => takeHandoff(tx, ana.conversationId))),
  )
  assert.equal(takes.filter(({ status }) => status === 'fulfilled').length, 1)
})

const ask = ({ salon }: Inbox, who: Principal, wish: HandoffWish) => salon.as(who, (tx) => requestHandoff(tx, wish))

const show = ({ salon, ana }: Inbox) => salon.as(salon.staff, (tx) => getConversation(tx, ana.conversationId))

async function waiting({ salon }: Inbox): Promise<string[]> {
  const { items } = await salon.as(salon.staff, (tx) => listConversations(tx, { limit: 9, handoff: 'waiting' }))
  return items.map(({ id }) => id)
}

async function facts({ asSystem }: Inbox, conversationId: string): Promise<string[][]> {
  const { rows } = await asSystem((tx) =>
    sql<{ name: string; from: string; to: string }>`
      select name, details ->> 'from' as from, details ->> 'to' as to from facts.fact
      where name like 'conversations.handoff%' and conversation_id = ${conversationId} order by id`.execute(tx.db),
  )
  return rows.map(({ name, from, to }) => [name, from, to])
}
