import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Principal } from '#lib/tx'
import { type Desk, world } from '../../../../world/world.ts'
import { changeReply } from './change-reply.ts'
import { deleteReply } from './delete-reply.ts'
import { listReplies } from './queries.ts'
import { type ReplyWish, saveReply } from './save-reply.ts'
import { mostReplies, ReplyText, Shortcut } from './saved-reply.ts'

test('one’s own stand beside those of all, by shortcut, and nobody else’s', async (t) => {
  const { salon, clinic } = await world(t)
  await save(salon, salon.manager, { shortcut: 'hours', shared: true })
  await save(salon, salon.staff, { shortcut: 'hours', text: 'Mine' })
  await save(salon, salon.manager, { shortcut: 'bye' })
  assert.deepEqual(await shortcuts(salon, salon.staff), ['hours own', 'hours shared'])
  assert.deepEqual(await shortcuts(salon, salon.manager), ['bye own', 'hours shared'])
  assert.deepEqual(await shortcuts(clinic, clinic.owner), [])
})

test('a shortcut is given once among all and once to each, also by a change', async (t) => {
  const { salon } = await world(t)
  await save(salon, salon.manager, { shortcut: 'hours', shared: true })
  const own = await save(salon, salon.manager, { shortcut: 'hours' })
  await assert.rejects(save(salon, salon.owner, { shortcut: 'hours', shared: true }), { code: 'shortcut_taken' })
  await assert.rejects(save(salon, salon.manager, { shortcut: 'hours' }), { code: 'shortcut_taken' })
  const other = await save(salon, salon.manager, { shortcut: 'bye' })
  const change = (id: string, wish: Partial<ReplyWish>) => salon.as(salon.manager, (tx) => changeReply(tx, id, wish))
  await assert.rejects(change(other, { shortcut: 'hours' }), { code: 'shortcut_taken' })
  await assert.rejects(change(own, { shared: true }), { code: 'shortcut_taken' })
  await change(other, { shortcut: 'cheers', shared: true, text: 'See you' })
  assert.deepEqual(await shortcuts(salon, salon.staff), ['cheers shared', 'hours shared'])
})

test('staff keep their own; what all share is changed by those who look after it, and others’ own do not exist', async (t) => {
  const { salon } = await world(t)
  const shared = await save(salon, salon.manager, { shortcut: 'hours', shared: true })
  const own = await save(salon, salon.manager, { shortcut: 'own' })
  const asStaff = (act: Parameters<typeof salon.as<void>>[1]) => salon.as(salon.staff, act)
  await assert.rejects(save(salon, salon.staff, { shared: true }), { code: 'forbidden' })
  await assert.rejects(
    asStaff((tx) => changeReply(tx, shared, { text: 'x' })),
    { code: 'forbidden' },
  )
  await assert.rejects(
    asStaff((tx) => deleteReply(tx, shared)),
    { code: 'forbidden' },
  )
  await assert.rejects(
    salon.as(salon.owner, (tx) => deleteReply(tx, own)),
    { code: 'not_found' },
  )
  await salon.as(salon.owner, (tx) => deleteReply(tx, shared))
  assert.deepEqual(await shortcuts(salon, salon.manager), ['own own'])
})

test('no more are kept than there is room for', async (t) => {
  const { salon } = await world(t)
  await salon.as(salon.staff, async (tx) => {
    for (let n = 0; n < mostReplies; n++) await saveReply(tx, { shortcut: `s${n}`, text: 'x', shared: false })
    await assert.rejects(saveReply(tx, { shortcut: 'more', text: 'x', shared: false }), { code: 'invalid_input' })
  })
})

test('a shortcut is one word and a text knows its variables', () => {
  assert.equal(Shortcut.parse(' /Öffnungszeiten '), 'öffnungszeiten')
  for (const odd of ['', '/', 'two words', 'x'.repeat(33), 'a/b', '<b>'])
    assert.equal(Shortcut.safeParse(odd).success, false, odd)
  assert.equal(ReplyText.parse(' Hi {{ contact.name }}, {single} '), 'Hi {{ contact.name }}, {single}')
  const { error } = ReplyText.safeParse('Hi {{contact.nam}}')
  assert.match(error?.issues[0]?.message ?? '', /^\{\{contact\.nam\}\} stands for nothing here/)
  for (const odd of [' ', 'x'.repeat(4_097), '{{}}']) assert.equal(ReplyText.safeParse(odd).success, false, odd)
})

const save = (desk: Desk, who: Principal, wish: Partial<ReplyWish>) =>
  desk.as(who, (tx) => saveReply(tx, { shortcut: 'hello', text: 'Hello {{contact.name}}', shared: false, ...wish }))

const shortcuts = async (desk: Desk, who: Principal) =>
  (await desk.as(who, listReplies)).map(({ shortcut, shared }) => `${shortcut} ${shared ? 'shared' : 'own'}`)
