import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InvalidInput, NotFound } from '#lib/refusal'
import { world } from '../../../world/world.ts'
import { type ContactChange, NewContact } from './contact.ts'
import { change, create, getContact, listContacts } from './index.ts'

const cast = await world()

const add = (wish: NewContact) => cast.salon.as(cast.salon.staff, (tx) => create(tx, wish))
const alter = (id: string, wish: ContactChange) => cast.salon.as(cast.salon.staff, (tx) => change(tx, id, wish))
const list = (wish: { q?: string; limit?: number; cursor?: string }) =>
  cast.salon.as(cast.salon.staff, (tx) => listContacts(tx, { limit: 30, ...wish }))
const field = (path: string, code: string) => (error: unknown) =>
  error instanceof InvalidInput && error.errors[0]?.path === path && error.errors[0].code === code

test('a person is added and changed; what another has, or what is no number, is refused by field', async () => {
  const ana = await add({ name: 'Ana', phone: '612 111 001', email: 'Ana@Example.test' })
  assert.equal(ana.phone, '+34612111001')
  await assert.rejects(add({ phone: '+34 612 111 001' }), field('phone', 'phone_taken'))
  await assert.rejects(add({ email: 'ana@example.test' }), field('email', 'email_taken'))
  await assert.rejects(add({ phone: 'call me' }), field('phone', 'invalid_phone'))

  const changed = await alter(ana.id, { name: 'Ana M.', phone: '+49 170 1234567', email: 'ana@example.test' })
  assert.deepEqual(
    changed.identities.map(({ value }) => value),
    ['+34612111001', 'Ana@Example.test', '+491701234567'],
  )
  assert.equal((await alter(ana.id, { name: null })).name, null)
  assert.ok(!NewContact.safeParse({}).success)
})

test('another workspace’s contact does not exist', async () => {
  const ben = await add({ name: 'Ben' })
  const asClinic = cast.clinic.owner
  await assert.rejects(
    cast.clinic.as(asClinic, (tx) => getContact(tx, ben.id)),
    NotFound,
  )
  await assert.rejects(
    cast.clinic.as(asClinic, (tx) => change(tx, ben.id, { name: 'Mine' })),
    NotFound,
  )
  assert.deepEqual((await cast.clinic.as(asClinic, (tx) => listContacts(tx, { q: 'Ben', limit: 9 }))).items, [])
})

test('search finds parts of names, numbers and addresses, and takes any bytes for what they are', async () => {
  const odd = await add({ name: '100% \\ under_score', phone: '+34 612 111 002', email: 'odd@example.test' })
  const finds = async (q: string) => (await list({ q })).items.some(({ id }) => id === odd.id)
  for (const q of ['00%', '% \\', 'r_s', 'UNDER', '612 111-002', '0034612111002', 'odd@']) assert.ok(await finds(q), q)
  for (const q of ['%%', "' or 1=1 --", '\\\\', '__', '\u0000', '\ud800', '.*', '%%%', '1_0'])
    assert.ok(!(await finds(q)), q)
  for (const q of ['1', '10', 'OD', '+3']) assert.ok(await finds(q), `${q} begins it`)
  for (const q of ['0', '00', '\\', '_', 'de', '12'])
    assert.ok(!(await finds(q)), `${q} is too short to be looked for within`)
})

test('pages go from the newest to the oldest without a gap, searched or not', async () => {
  for (let number = 0; number < 5; number++) {
    cast.clock.advance(1)
    await add({ name: `Paged ${number}` })
  }
  for (const q of [undefined, 'paged']) {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await list({ limit: 2, ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) })
      seen.push(...page.items.map(({ name }) => name ?? ''))
      cursor = page.nextCursor ?? undefined
    } while (cursor && seen.length < 20)
    assert.deepEqual(seen.slice(0, 5), ['Paged 4', 'Paged 3', 'Paged 2', 'Paged 1', 'Paged 0'])
    assert.equal(new Set(seen).size, seen.length)
  }
})
