import assert from 'node:assert/strict'
import { test } from 'node:test'
import { system } from '#lib/actor'
import type { Tx } from '#lib/tx'
import { world } from '../../../world/world.ts'
import { change, getContact, listContacts, NobodyToBe, resolve, rotatePhone, rotateWhatsappUserId } from './index.ts'

const cast = await world()

const asSystem = <T>(act: (tx: Tx) => Promise<T>) =>
  cast.context.withTenant({ tenantId: cast.salon.tenantId, actor: system }, act)
const meet = (writer: Parameters<typeof resolve>[1]) => asSystem((tx) => resolve(tx, writer))
const look = (id: string) => cast.salon.as(cast.salon.staff, (tx) => getContact(tx, id))

test('a person known by phone, by user id, or by both is one contact', async () => {
  const phoneOnly = await meet({ phone: '+34612000001', profileName: 'Ana' })
  const both = await meet({ phone: '+34612000001', whatsappUserId: 'ES.ana1', profileName: 'Ana M.' })
  const userIdOnly = await meet({ whatsappUserId: 'ES.ana1' })

  assert.deepEqual([phoneOnly.created, both.created, userIdOnly.created], [true, false, false])
  assert.deepEqual(new Set([phoneOnly.id, both.id, userIdOnly.id]).size, 1)
  const ana = await look(phoneOnly.id)
  assert.equal(ana.name, 'Ana')
  assert.deepEqual(
    ana.identities.map(({ kind, value }) => [kind, value]),
    [
      ['phone', '+34612000001'],
      ['whatsapp_user_id', 'ES.ana1'],
    ],
  )
})

test('a person first met by user id gets the phone that comes later', async () => {
  const met = await meet({ whatsappUserId: 'ES.ben' })
  assert.equal((await look(met.id)).phone, null)
  assert.equal((await meet({ phone: '+34612000002', whatsappUserId: 'ES.ben' })).id, met.id)
  assert.equal((await look(met.id)).phone, '+34612000002')
})

test('identities that disagree merge nobody: the phone decides', async () => {
  const caro = await meet({ phone: '+34612000003' })
  const dan = await meet({ whatsappUserId: 'ES.dan' })
  assert.equal((await meet({ phone: '+34612000003', whatsappUserId: 'ES.dan' })).id, caro.id)
  assert.equal((await meet({ whatsappUserId: 'ES.dan' })).id, dan.id)
  assert.equal((await look(caro.id)).identities.length, 1)
})

test('spellings of Brazil, Mexico and Argentina are one person, and each keeps the form that came first', async () => {
  const pairs = [
    ['+551187650001', '+5511987650001'],
    ['+5215512340001', '+525512340001'],
    ['+5491123450001', '+541123450001'],
  ] as const
  for (const [first, second] of pairs) {
    const met = await meet({ phone: first })
    assert.equal((await meet({ phone: second })).id, met.id)
    assert.equal((await look(met.id)).phone, first)
  }
})

test('a username is shown and found, follows what WhatsApp says, and identifies nobody', async () => {
  const met = await meet({ whatsappUserId: 'ES.hidden1', username: '@lia_nails' })
  const other = await meet({ whatsappUserId: 'ES.hidden2', username: 'lia_nails' })
  assert.notEqual(met.id, other.id)
  await meet({ whatsappUserId: 'ES.hidden1', username: 'lia.studio' })
  const card = await look(met.id)
  assert.deepEqual([card.name, card.phone, card.username], [null, null, 'lia.studio'])
  const found = await cast.salon.as(cast.salon.staff, (tx) => listContacts(tx, { q: '@lia.st', limit: 5 }))
  assert.deepEqual(
    found.items.map(({ id }) => id),
    [met.id],
  )
})

test('an id of another shape does not identify, and nothing at all is refused', async () => {
  const met = await meet({ phone: '+34612000004', whatsappUserId: 'ES.ENT.parent' })
  assert.equal((await look(met.id)).identities.length, 1)
  await assert.rejects(meet({ whatsappUserId: 'ES.ENT.parent' }), NobodyToBe)
  await assert.rejects(meet({ profileName: 'Nobody' }), NobodyToBe)
})

test('a profile fills an empty name, with whatever PostgreSQL can’t keep replaced, and never a typed one', async () => {
  const met = await meet({ phone: '+34612000005', profileName: '  ' })
  assert.equal((await look(met.id)).name, null)
  await meet({ phone: '+34612000005', profileName: ` Eva\u0000\ud800${'x'.repeat(300)}` })
  assert.equal((await look(met.id)).name, `Eva\uFFFD\uFFFD${'x'.repeat(195)}`)
  await cast.salon.as(cast.salon.staff, (tx) => change(tx, met.id, { name: 'Eva Ruiz' }))
  await meet({ phone: '+34612000005', profileName: 'evita' })
  assert.equal((await look(met.id)).name, 'Eva Ruiz')
})

test('twenty transactions that meet the same new person make one contact', async () => {
  const met = await Promise.all(
    Array.from({ length: 20 }, () => meet({ phone: '+34612000006', whatsappUserId: 'ES.fay' })),
  )
  assert.equal(new Set(met.map(({ id }) => id)).size, 1)
  assert.equal(met.filter(({ created }) => created).length, 1)
})

test('a rotated user id or number is the same person, however often it is told', async () => {
  const gil = await meet({ phone: '+34612000007', whatsappUserId: 'ES.gil1' })
  for (let times = 0; times < 2; times++) {
    await asSystem((tx) => rotateWhatsappUserId(tx, { from: 'ES.gil1', to: 'ES.gil2' }))
    await asSystem((tx) => rotatePhone(tx, { from: '+34612000007', to: '+34612000008' }))
  }
  assert.equal((await meet({ whatsappUserId: 'ES.gil2' })).id, gil.id)
  assert.equal((await meet({ phone: '+34612000008' })).id, gil.id)
  assert.equal((await look(gil.id)).phone, '+34612000008')
  assert.notEqual((await meet({ phone: '+34612000007' })).id, gil.id, 'the old number may be a stranger’s')
})

test('a rotation to what is somebody else’s changes nothing', async () => {
  const hal = await meet({ phone: '+34612000009' })
  const ida = await meet({ phone: '+34612000010' })
  await asSystem((tx) => rotatePhone(tx, { from: '+34612000009', to: '+34612000010' }))
  assert.equal((await meet({ phone: '+34612000009' })).id, hal.id)
  assert.equal((await meet({ phone: '+34612000010' })).id, ida.id)
})

test('who writes by an identity of a merged contact is the person it was merged into', async () => {
  const jan = await meet({ phone: '+34612000011', profileName: 'Jan' })
  const twin = await meet({ phone: '+34612000012', profileName: 'J.' })
  await asSystem((tx) =>
    tx.db
      .updateTable('contacts.contact')
      .set({ mergedInto: jan.id, mergedAt: tx.now })
      .where('id', '=', twin.id)
      .execute(),
  )
  assert.equal((await meet({ phone: '+34612000012' })).id, jan.id)
  const shown = await look(twin.id)
  assert.deepEqual([shown.name, shown.phone, shown.mergedInto], ['Jan', '+34612000011', jan.id])
})
