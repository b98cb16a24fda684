import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InvalidInput, NotFound, Refusal } from '#lib/refusal'
import { world } from '../../../../world/world.ts'
import { change, create, listContacts, merge } from '../index.ts'
import { changeField } from './change-field.ts'
import { defineField } from './define-field.ts'
import type { FieldChange, NewField } from './field.ts'
import { listFields } from './queries.ts'
import { readValue } from './read-value.ts'

const { salon, clinic, clock } = await world()

const define = (wish: NewField) => salon.as(salon.manager, (tx) => defineField(tx, wish))
const alter = (id: string, wish: FieldChange) => salon.as(salon.manager, (tx) => changeField(tx, id, wish))
const fields = () => salon.as(salon.staff, (tx) => listFields(tx))

test('what was typed is kept in one form for its kind, or is nothing of the kind', () => {
  const read = (kind: 'number' | 'date' | 'yes_no', typed: string, country?: string) =>
    readValue({ kind, choices: [] }, typed, country)
  const numbers: [string, string | undefined][] = [
    ['12,5', '12.5'],
    ['1.234,50', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1.234.567', '1234567'],
    ['-007', '-7'],
    ['-0', '0'],
    ['1,234', undefined],
    ['1.2.3', undefined],
    ['twelve', undefined],
    ['1e9', undefined],
    ['5.', undefined],
  ]
  for (const [typed, kept] of numbers) assert.equal(read('number', typed), kept, typed)
  assert.equal(read('date', '2026-02-28'), '2026-02-28')
  assert.equal(read('date', '2026-02-30'), undefined)
  assert.equal(read('date', '3.2.2026', 'ES'), '2026-02-03')
  assert.equal(read('date', '3/2/2026', 'US'), '2026-03-02')
  assert.equal(read('date', '3/2/2026'), undefined)
  assert.deepEqual(
    ['Sí', 'nein', 'maybe', 'constructor'].map((typed) => read('yes_no', typed)),
    ['yes', 'no', undefined, undefined],
  )
})

test('fields are defined once per name, ordered, archived and taken back; staff may only fill them', async () => {
  const birthday = await define({ name: 'Birthday', kind: 'date' })
  const tier = await define({ name: 'Tier', kind: 'choice', choices: ['Gold', 'Silver'] })
  await assert.rejects(define({ name: 'birthday', kind: 'text' }), InvalidInput)
  await assert.rejects(alter(tier.id, { name: 'BIRTHDAY' }), InvalidInput)
  await assert.rejects(alter(birthday.id, { choices: ['x'] }), InvalidInput)
  await assert.rejects(
    salon.as(salon.staff, (tx) => defineField(tx, { name: 'Shoe', kind: 'number' })),
    (error) => error instanceof Refusal && error.code === 'forbidden',
  )
  await assert.rejects(
    clinic.as(clinic.owner, (tx) => changeField(tx, tier.id, { name: 'Mine' })),
    NotFound,
  )

  assert.equal((await alter(tier.id, { place: 0 })).place, 0)
  assert.deepEqual(
    (await fields()).map(({ name }) => name),
    ['Tier', 'Birthday'],
  )
  assert.ok((await alter(birthday.id, { archived: true })).archivedAt)
  assert.deepEqual(
    (await fields()).map(({ name }) => name),
    ['Tier'],
  )
  await define({ name: 'Birthday', kind: 'text' })
  await assert.rejects(alter(birthday.id, { archived: false }), InvalidInput, 'its name was given away')
  await alter(birthday.id, { name: 'Day of birth', archived: false })
  assert.deepEqual((await fields()).map(({ name }) => name).sort(), ['Birthday', 'Day of birth', 'Tier'])
})

test('values are kept by kind, told with before and after, and narrow the list, merged people included', async () => {
  const visits = await define({ name: 'Visits', kind: 'number' })
  const shade = await define({ name: 'Shade', kind: 'text' })
  const add = (name: string, wish: object) => {
    clock.advance(1)
    return salon.as(salon.staff, (tx) => create(tx, { name, fields: wish as Record<string, string> }))
  }
  const ana = await add('Ana', { [visits.id]: '3', [shade.id]: 'Copper' })
  const twin = await add('Anna', { [shade.id]: 'copper' })
  await add('Ben', { [visits.id]: '3,0', [shade.id]: 'Ash' })
  assert.deepEqual(ana.fields, [
    { fieldId: visits.id, value: '3' },
    { fieldId: shade.id, value: 'Copper' },
  ])
  await assert.rejects(add('Cleo', { [visits.id]: 'many' }), (error) => {
    assert.ok(error instanceof InvalidInput)
    return error.errors[0]?.path === `fields.${visits.id}`
  })
  const alsoAna = await add('Ana Two', {})
  await salon.as(salon.staff, (tx) => merge(tx, { id: twin.id, into: alsoAna.id }))

  const named = async (wish: object) =>
    (await salon.as(salon.staff, (tx) => listContacts(tx, { limit: 30, ...wish }))).items.map(({ name }) => name)
  assert.deepEqual(await named({ field: shade.id, value: 'COPPER' }), ['Ana Two', 'Ana'])
  assert.deepEqual(await named({ field: visits.id, value: '3.0' }), ['Ben', 'Ana'])
  assert.deepEqual(await named({ field: visits.id, value: '3', q: 'an' }), ['Ana'])
  assert.deepEqual(await named({ field: visits.id, value: '3', label: 'VIP' }), [])

  const [before] = await salon
    .as(salon.staff, (tx) => listContacts(tx, { limit: 1, q: 'Ben' }))
    .then(({ items }) => items)
  const after = await salon.as(salon.staff, (tx) => change(tx, before?.id ?? '', { fields: { [shade.id]: null } }))
  assert.deepEqual(after.fields, [{ fieldId: visits.id, value: '3' }])
  const fact = await salon.as(salon.owner, (tx) =>
    tx.db
      .selectFrom('facts.fact')
      .select('details')
      .where('name', '=', 'contacts.changed')
      .where('subjectId', '=', after.id)
      .executeTakeFirstOrThrow(),
  )
  assert.deepEqual(fact.details, {
    fields: ['custom'],
    custom: [{ id: shade.id, name: 'Shade', from: 'Ash', to: null }],
  })
})
