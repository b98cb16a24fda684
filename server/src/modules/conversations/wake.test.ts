import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inbox } from '../../../world/inbox.ts'
import { change } from './change.ts'
import { listThread } from './message-queries.ts'
import { note } from './note.ts'
import { getConversation, listConversations } from './queries.ts'
import { wakeDue } from './wake.ts'

const minute = 60_000

test('a snoozed conversation opens when its time comes: once, on top of the inbox, with a note and a fact', async (t) => {
  const desk = await inbox(t)
  const { salon, clock, ana } = desk
  const me = (salon.staff.actor as { id: string }).id
  const snoozedUntil = new Date(clock.now().getTime() + 30 * minute).toISOString()
  await salon.as(salon.staff, (tx) =>
    change(tx, ana.conversationId, { status: 'snoozed', snoozedUntil, assigneeId: me }),
  )
  clock.advance(10 * minute)
  const other = await desk.hear('+34600000002')
  assert.equal(await wakeDue(desk.context), 0)

  clock.advance(20 * minute)
  assert.equal(await wakeDue(desk.context), 1)
  assert.equal(await wakeDue(desk.context), 0)
  const { items } = await salon.as(salon.staff, (tx) => listConversations(tx, { limit: 9 }))
  assert.deepEqual(
    items.map(({ id, status, snoozedUntil: until, assignee }) => [id, status, until, assignee?.id ?? null]),
    [
      [ana.conversationId, 'open', null, me],
      [other.conversationId, 'open', null, null],
    ],
  )
  const thread = await salon.as(salon.staff, (tx) => listThread(tx, ana.conversationId, { limit: 9 }))
  assert.deepEqual([thread.items[0]?.kind, thread.items[0]?.senderType], ['note', 'system'])
  assert.deepEqual((await changesOf(desk)).at(-1), {
    status: { from: 'snoozed', to: 'open' },
    snoozedUntil: { from: snoozedUntil, to: null },
  })
})

test('a customer’s message wakes it at once, a note does not, and the time is forgotten', async (t) => {
  const desk = await inbox(t)
  const { salon, clock, ana } = desk
  const snoozedUntil = new Date(clock.now().getTime() + 30 * minute).toISOString()
  const standing = async () => {
    const { status, snoozedUntil: until } = await salon.as(salon.staff, (tx) => getConversation(tx, ana.conversationId))
    return [status, until]
  }
  await salon.as(salon.staff, (tx) => change(tx, ana.conversationId, { snoozedUntil }))
  await salon.as(salon.staff, (tx) => note(tx, { ...ana, text: 'Asked the colour lab' }))
  assert.deepEqual(await standing(), ['snoozed', snoozedUntil])

  await desk.hear(ana.phone)
  assert.deepEqual(await standing(), ['open', null])
  assert.deepEqual((await changesOf(desk)).at(-1)?.status, { from: 'snoozed', to: 'open' })
  clock.advance(60 * minute)
  assert.equal(await wakeDue(desk.context), 0)
})

test('who resolves a snoozed conversation, or snoozes it anew, is not overruled by the old time', async (t) => {
  const desk = await inbox(t)
  const { salon, clock, ana } = desk
  const inMinutes = (minutes: number) => new Date(clock.now().getTime() + minutes * minute).toISOString()
  const move = (wish: Parameters<typeof change>[2]) =>
    salon.as(salon.staff, (tx) => change(tx, ana.conversationId, wish))
  await move({ snoozedUntil: inMinutes(10) })
  await move({ status: 'resolved' })
  clock.advance(11 * minute)
  assert.equal(await wakeDue(desk.context), 0)
  await move({ snoozedUntil: inMinutes(10) })
  await move({ snoozedUntil: inMinutes(20) })
  clock.advance(11 * minute)
  assert.equal(await wakeDue(desk.context), 0)
  clock.advance(11 * minute)
  assert.equal(await wakeDue(desk.context), 1)
})

test('a time that is past, beyond a year or for another status is refused with the field’s name', async (t) => {
  const { salon, ana, clock } = await inbox(t)
  const at = (minutes: number) => new Date(clock.now().getTime() + minutes * minute).toISOString()
  const wishes = [
    [{ snoozedUntil: at(0) }, 'in_the_past'],
    [{ snoozedUntil: at(60 * 24 * 400) }, 'too_far'],
    [{ status: 'resolved', snoozedUntil: at(5) }, 'not_snoozed'],
  ] as const
  for (const [wish, code] of wishes) {
    await assert.rejects(
      salon.as(salon.staff, (tx) => change(tx, ana.conversationId, wish)),
      ({ errors }: { errors: { path: string; code: string }[] }) =>
        errors[0]?.path === 'snoozedUntil' && errors[0].code === code,
    )
  }
})

type Details = Record<string, { from: unknown; to: unknown }>

async function changesOf({ asSystem }: Awaited<ReturnType<typeof inbox>>): Promise<Details[]> {
  const { rows } = await asSystem((tx) =>
    sql<{ details: Details }>`select details from facts.fact where name = 'conversations.changed' order by id`.execute(
      tx.db,
    ),
  )
  return rows.map(({ details }) => details)
}
