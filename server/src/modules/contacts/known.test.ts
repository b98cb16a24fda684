import assert from 'node:assert/strict'
import { test } from 'node:test'
import { system } from '#lib/actor'
import { InvalidInput, NotFound, Refusal } from '#lib/refusal'
import { world } from '../../../world/world.ts'
import { ContactChange, type NewContact } from './contact.ts'
import { change, create, getContact, listContacts, resolve } from './index.ts'
import { listLabels } from './labels.ts'
import { removeIdentity } from './remove-identity.ts'
import { listTimeline } from './timeline.ts'

const cast = await world()
const { salon, clinic } = cast

const add = (wish: NewContact) => salon.as(salon.staff, (tx) => create(tx, wish))
const alter = (id: string, wish: unknown) => salon.as(salon.staff, (tx) => change(tx, id, ContactChange.parse(wish)))
const removes = (contactId: string, identityId: string) =>
  salon.as(salon.staff, (tx) => removeIdentity(tx, { contactId, identityId }))
const told = (id: string, page: { limit?: number; cursor?: string } = {}) =>
  salon.as(salon.staff, (tx) => listTimeline(tx, id, { limit: 30, ...page }))

test('labels are set as a whole, counted, and narrow the list page by page, searched or not', async () => {
  const label = 'Bridal 💍'
  const people = []
  for (let at = 0; at < 5; at++) {
    cast.clock.advance(1)
    people.push(await add({ name: `Bride ${at}`, labels: [label, 'VIP'] }))
  }
  const [first] = people
  assert.deepEqual((await alter(first!.id, { labels: ['VIP', ' VIP ', 'Regular'] })).labels, ['Regular', 'VIP'])
  for (const q of [undefined, 'bride']) {
    const seen: (string | null)[] = []
    let cursor: string | undefined
    do {
      const page = await salon.as(salon.staff, (tx) => listContacts(tx, { q, label, limit: 2, cursor }))
      seen.push(...page.items.map(({ name }) => name))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    assert.deepEqual(seen, ['Bride 4', 'Bride 3', 'Bride 2', 'Bride 1'])
  }
  const counts = await salon.as(salon.staff, listLabels)
  assert.deepEqual(counts, [
    { label, count: 4 },
    { label: 'Regular', count: 1 },
    { label: 'VIP', count: 5 },
  ])
  assert.deepEqual(await clinic.as(clinic.staff, listLabels), [])
  assert.deepEqual((await clinic.as(clinic.staff, (tx) => listContacts(tx, { label, limit: 9 }))).items, [])
})

test('labels and notes of every shape are kept as they are or refused by field', async () => {
  const { id } = await add({ name: 'Noa' })
  const odd = `'); drop table contacts.label; --`
  assert.deepEqual((await alter(id, { labels: [odd] })).labels, [odd])
  assert.equal((await alter(id, { notes: ' Allergic to\nhenna \u0000' })).notes, 'Allergic to\nhenna \uFFFD')
  assert.equal((await alter(id, { notes: '  ' })).notes, null)
  for (const wish of [
    { labels: [''] },
    { labels: ['x'.repeat(41)] },
    { labels: Array.from({ length: 21 }, (_, at) => `${at}`) },
    { labels: 'VIP' },
    { notes: 'x'.repeat(5_001) },
  ])
    assert.ok(!ContactChange.safeParse(wish).success, JSON.stringify(wish).slice(0, 40))
})

test('a number that is taken away is somebody new, and WhatsApp’s own id stays', async () => {
  const met = await cast.context.withTenant({ tenantId: salon.tenantId, actor: system }, (tx) =>
    resolve(tx, { phone: '+34612777001', whatsappUserId: 'ES.lia', profileName: 'Lia' }),
  )
  const lia = await alter(met.id, { email: 'lia@example.test' })
  const [phone, userId, email] = lia.identities
  await assert.rejects(
    removes(met.id, userId!.id),
    (error) => error instanceof Refusal && error.code === 'given_by_whatsapp',
  )
  const other = await add({ name: 'Other', phone: '+34612777002' })
  await assert.rejects(removes(met.id, other.identities[0]!.id), NotFound, 'what is another’s')
  await assert.rejects(
    clinic.as(clinic.owner, (tx) => removeIdentity(tx, { contactId: met.id, identityId: phone!.id })),
    NotFound,
  )

  await removes(met.id, phone!.id)
  await removes(met.id, email!.id)
  const left = await salon.as(salon.staff, (tx) => getContact(tx, met.id))
  assert.deepEqual([left.phone, left.email, left.identities.length], [null, null, 1])
  await assert.rejects(removes(met.id, phone!.id), NotFound)
  const again = await add({ name: 'Lia’s sister', phone: '+34612777001' })
  assert.notEqual(again.id, met.id)
})

test('the timeline tells who did what, newest first, page by page, and nothing of another workspace', async () => {
  const { id } = await add({ name: 'Tia' })
  for (let at = 0; at < 5; at++) await alter(id, { name: `Tia ${at}`, labels: [`${at}`] })
  const whole = (await told(id)).items
  assert.deepEqual(
    whole.map(({ name }) => name),
    [...Array(5).fill('contacts.changed'), 'contacts.created'],
  )
  const colleague = salon.staff.actor.kind === 'member' ? salon.staff.actor.id : ''
  assert.deepEqual([whole[0]?.actor.kind, whole[0]?.actor.id], ['member', colleague])
  assert.ok(whole[0]?.actor.name)
  assert.deepEqual(whole[0]?.details, {
    fields: ['labels', 'name'],
    labels: { from: ['3'], to: ['4'] },
    name: { from: 'Tia 3', to: 'Tia 4' },
  })

  const walked: string[] = []
  let cursor: string | undefined
  do {
    const page = await told(id, { limit: 2, ...(cursor ? { cursor } : {}) })
    walked.push(...page.items.map((entry) => entry.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  assert.deepEqual(
    walked,
    whole.map((entry) => entry.id),
  )
  await assert.rejects(told(id, { cursor: 'e30' }), InvalidInput)
  await assert.rejects(
    clinic.as(clinic.owner, (tx) => listTimeline(tx, id, { limit: 9 })),
    NotFound,
  )
})
