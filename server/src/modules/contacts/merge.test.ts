import assert from 'node:assert/strict'
import { test } from 'node:test'
import { system } from '#lib/actor'
import { InvalidInput, NotFound, Refusal } from '#lib/refusal'
import { world } from '../../../world/world.ts'
import type { NewContact } from './contact.ts'
import { change, create, getContact, listContacts, merge, resolve, unmerge } from './index.ts'
import { previewMerge } from './merge.ts'
import { removeIdentity } from './remove-identity.ts'
import { listTimeline } from './timeline.ts'

const cast = await world()
const { salon, clinic } = cast

const add = (wish: NewContact) => salon.as(salon.staff, (tx) => create(tx, wish))
const joins = (id: string, into: string) => salon.as(salon.staff, (tx) => merge(tx, { id, into }))
const parts = (id: string) => salon.as(salon.staff, (tx) => unmerge(tx, id))
const look = (id: string) => salon.as(salon.staff, (tx) => getContact(tx, id))
const finds = async (q: string, label?: string) =>
  (await salon.as(salon.staff, (tx) => listContacts(tx, { q, label, limit: 9 }))).items.map(({ id }) => id)
const code = (wanted: string) => (error: unknown) => error instanceof Refusal && error.code === wanted
const field = (wanted: string) => (error: unknown) => error instanceof InvalidInput && error.errors[0]?.code === wanted

let number = 612_888_000
const phone = () => `+34${number++}`

test('the preview is the card that merging makes, and looking changes nothing', async () => {
  const ana = await add({ name: 'Ana', email: 'ana@one.test', labels: ['VIP'], notes: 'Old notes' })
  const twin = await add({ name: 'A. Keller', phone: phone(), labels: ['Bridal'], notes: 'Twin notes' })
  const preview = await salon.as(salon.staff, (tx) => previewMerge(tx, { id: twin.id, into: ana.id }))
  assert.equal((await look(twin.id)).mergedInto, null)
  assert.deepEqual((await look(ana.id)).merged, [])

  const merged = await joins(twin.id, ana.id)
  assert.deepEqual(merged, preview)
  assert.deepEqual([merged.name, merged.phone, merged.email], ['Ana', twin.phone, 'ana@one.test'])
  assert.deepEqual([merged.labels, merged.notes], [['Bridal', 'VIP'], 'Old notes'])
  assert.deepEqual(
    merged.merged.map(({ id, name, notes }) => [id, name, notes]),
    [[twin.id, 'A. Keller', 'Twin notes']],
  )
  const shown = await look(twin.id)
  assert.deepEqual([shown.mergedInto, shown.name, shown.identities.length], [ana.id, 'Ana', 2])
  for (const [q, label] of [['Keller'], [twin.phone ?? ''], ['', 'Bridal'], ['Ana', 'Bridal']] as const)
    assert.deepEqual(await finds(q, label), [ana.id], `${q} ${label}`)
})

test('merging into oneself, in a circle, twice, in a chain, or across workspaces is refused, and changes nothing', async () => {
  const [a, b, c] = [await add({ name: 'A' }), await add({ name: 'B' }), await add({ name: 'C' })]
  const nobody = '01890000-0000-7000-8000-000000000000'
  const stranger = await clinic.as(clinic.staff, (tx) => create(tx, { name: 'Stranger' }))
  await assert.rejects(joins(a.id, a.id), field('same_contact'))
  await assert.rejects(joins(a.id, nobody), field('no_such_contact'))
  await assert.rejects(joins(a.id, stranger.id), field('no_such_contact'))
  await assert.rejects(joins(stranger.id, a.id), NotFound)
  await assert.rejects(
    clinic.as(clinic.owner, (tx) => merge(tx, { id: a.id, into: b.id })),
    NotFound,
  )

  await joins(a.id, b.id)
  await assert.rejects(joins(b.id, a.id), code('merge_circle'))
  await assert.rejects(joins(a.id, b.id), code('already_merged'))
  await assert.rejects(joins(a.id, c.id), code('already_merged'))
  await assert.rejects(joins(c.id, a.id), code('already_merged'))
  await assert.rejects(joins(b.id, c.id), code('has_merged'))
  for (const wish of [
    { id: b.id, into: a.id },
    { id: a.id, into: a.id },
  ])
    await assert.rejects(
      salon.as(salon.staff, (tx) => previewMerge(tx, wish)),
      Refusal,
    )
  await joins(c.id, b.id)
  assert.deepEqual(
    (await look(b.id)).merged.map(({ id }) => id),
    [a.id, c.id],
  )
  await assert.rejects(parts(b.id), code('not_merged'))
  await assert.rejects(parts(nobody), NotFound)
  await assert.rejects(parts(stranger.id), NotFound)
})

test('two who are merged into each other at once end up merged one way', async () => {
  for (let round = 0; round < 5; round++) {
    const [a, b] = [await add({ name: 'Left' }), await add({ name: 'Right' })]
    const tries = await Promise.allSettled([joins(a.id, b.id), joins(b.id, a.id)])
    assert.deepEqual(tries.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    const directions = [(await look(a.id)).mergedInto, (await look(b.id)).mergedInto]
    assert.equal(directions.filter((each) => each !== null).length, 1)
  }
})

test('unmerging gives each back what was theirs, with what became known meanwhile', async () => {
  const ana = await add({ name: 'Ana', phone: phone(), labels: ['One'] })
  const twin = await add({ name: 'Twin', phone: phone(), labels: ['Two'] })
  const before = [await look(ana.id), await look(twin.id)]
  await joins(twin.id, ana.id)
  const asSystem = { tenantId: salon.tenantId, actor: system }
  const writer = { phone: twin.phone ?? '', whatsappUserId: 'ES.twin1', profileName: 'Somebody' }
  const heard = await cast.context.withTenant(asSystem, (tx) => resolve(tx, writer))
  assert.equal(heard.id, ana.id, 'the person')
  const renamed = await salon.as(salon.staff, (tx) =>
    change(tx, twin.id, { name: 'Ana Keller', labels: ['One', 'Three'] }),
  )
  assert.deepEqual(
    [renamed.name, renamed.labels],
    ['Ana Keller', ['One', 'Three']],
    'what is changed on either is the person’s',
  )
  await salon.as(salon.staff, (tx) => change(tx, ana.id, { labels: ['One', 'Two', 'Three'] }))

  const alone = await parts(twin.id)
  assert.deepEqual([alone.name, alone.phone, alone.mergedInto], ['Twin', before[1]?.phone, null])
  assert.deepEqual(
    alone.identities.map(({ kind }) => kind),
    ['phone', 'whatsapp_user_id'],
    'WhatsApp’s id goes with the number it came with',
  )
  const rest = await look(ana.id)
  assert.deepEqual([rest.identities, rest.merged], [before[0]?.identities, []])
  assert.equal((await cast.context.withTenant(asSystem, (tx) => resolve(tx, writer))).id, twin.id)

  const told = await salon.as(salon.staff, (tx) => listTimeline(tx, ana.id, { limit: 3 }))
  assert.equal(told.items[0]?.name, 'contacts.unmerged')
})

test('the history of a person includes those merged into them, and a number of theirs can be taken away', async () => {
  const ana = await add({ name: 'Ana' })
  const twin = await add({ name: 'Twin', phone: phone() })
  await salon.as(salon.staff, (tx) => change(tx, twin.id, { name: 'Twin 2' }))
  await joins(twin.id, ana.id)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await salon.as(salon.staff, (tx) => listTimeline(tx, twin.id, { limit: 2, cursor }))
    seen.push(...page.items.map(({ name, contactId }) => `${name} of ${contactId === ana.id ? 'ana' : 'twin'}`))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  assert.deepEqual(seen, [
    'contacts.merged of ana',
    'contacts.changed of twin',
    'contacts.created of twin',
    'contacts.created of ana',
  ])
  const identityId = twin.identities[0]?.id ?? ''
  await salon.as(salon.staff, (tx) => removeIdentity(tx, { contactId: ana.id, identityId }))
  assert.equal((await look(ana.id)).phone, null)
})
