import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allOf, merge, unmerge } from '#contacts'
import { inbox } from '../../../world/inbox.ts'
import { listThread } from './message-queries.ts'
import { getConversation, listConversations } from './queries.ts'
import { WindowClosed } from './refusals.ts'
import { separate } from './separate.ts'

test('once merged, either number lands in the thread of the one who stays, and the old thread can still be read', async (t) => {
  const desk = await inbox(t)
  const twin = await desk.hear('+34600000002', { text: 'From my other phone' })
  const { salon, ana } = desk
  await salon.as(salon.staff, (tx) => merge(tx, { id: twin.contactId, into: ana.contactId }))
  desk.clock.advance(1_000)
  const heard = await desk.hear('+34600000002', { text: 'Me again' })
  assert.deepEqual([heard.contactId, heard.conversationId], [ana.contactId, ana.conversationId])

  const texts = async (id: string) =>
    (await salon.as(salon.staff, (tx) => listThread(tx, id, { limit: 9 }))).items.map(({ text }) => text)
  assert.deepEqual(await texts(ana.conversationId), ['Me again', 'Hello'])
  assert.deepEqual(await texts(twin.conversationId), ['From my other phone'])
  for (const contactId of [ana.contactId, twin.contactId]) {
    const { items } = await salon.as(salon.staff, (tx) => listConversations(tx, { contactId, limit: 9 }))
    assert.deepEqual(
      items.map(({ id, contact }) => [id, contact.id]),
      [
        [ana.conversationId, ana.contactId],
        [twin.conversationId, ana.contactId],
      ],
    )
  }
  const { items } = await salon.as(salon.staff, (tx) => listConversations(tx, { q: '600000002', limit: 9 }))
  assert.equal(items.length, 2, 'found by the number of the one who was merged')

  await desk.answer('To the phone you wrote from')
  await desk.deliver()
  assert.equal(desk.meta.outbox.at(-1)?.to, '34600000002')
})

test('once separated, nobody is answered at the other’s number, and each is heard in their own thread again', async (t) => {
  const desk = await inbox(t)
  const twin = await desk.hear('+34600000002')
  const { salon, ana } = desk
  await salon.as(salon.staff, (tx) => merge(tx, { id: twin.contactId, into: ana.contactId }))
  await desk.hear('+34600000002')
  await salon.as(salon.staff, (tx) => unmerge(tx, twin.contactId))
  await desk.asSystem((tx) => separate(tx, ana.contactId))

  assert.deepEqual(await salon.as(salon.staff, (tx) => allOf(tx, ana.contactId)), [ana.contactId])
  await assert.rejects(desk.answer('Private news for Ana'), WindowClosed)
  assert.equal((await desk.hear('+34600000002')).conversationId, twin.conversationId)
  assert.equal((await desk.hear('+34600000001')).conversationId, ana.conversationId)
  assert.ok((await salon.as(salon.staff, (tx) => getConversation(tx, ana.conversationId))).window.open)
  await desk.answer('Private news for Ana')
  await desk.deliver()
  assert.equal(desk.meta.outbox.at(-1)?.to, '34600000001')
  await desk.asSystem((tx) => separate(tx, ana.contactId))
  assert.ok((await salon.as(salon.staff, (tx) => getConversation(tx, ana.conversationId))).window.open)
})
