import assert from 'node:assert/strict'
import { test } from 'node:test'
import { change as changeContact } from '#contacts'
import { connectNumber, hearOn, inbox } from '../../../world/inbox.ts'
import { note } from './note.ts'
import { search } from './search.ts'

test('words are found whatever their accents, capitals and punctuation, and nothing in them is an operator', async (t) => {
  const desk = await inbox(t)
  const said = [
    ...[
      'Café mañana a las 10:30',
      'Привет МИР',
      'Write to ana.lopez@mail.test',
      'a & b | c ! d',
      'the and of',
      '你好 世界',
    ],
    ...['50% off (today)', 'It’s o’clock', 'مرحبا بكم في الصالون', 'Gift 🎁 for you'],
  ]
  for (const text of said) await desk.hear('+34600000001', { text })
  const found = async (q: string) => {
    const { items } = await desk.salon.as(desk.salon.staff, (tx) => search(tx, desk.context, { q, limit: 30 }))
    return items.map(({ message }) => message.text)
  }
  const expected: Readonly<Record<string, readonly string[]>> = {
    cafe: [said[0]!],
    'CAFÉ MAÑ': [said[0]!],
    '10:30': [said[0]!],
    мир: [said[1]!],
    'lopez mail': [said[2]!],
    'a & b': [said[3]!],
    'b | zebra': [],
    '"the" of': [said[4]!],
    世界: [said[5]!],
    '50%': [said[6]!],
    'off:*': [said[6]!],
    "' or 1=1; --": [],
    "o'clo": [said[7]!],
    '!!! & | <-> :*': [],
    مرحبا: [said[8]!],
    الصال: [said[8]!],
    'gift 🎁': [said[9]!],
    '🎁': [],
    '%': [],
    _: [],
    '\\': [],
    '\u0000': [],
    'hello café': [],
  }
  for (const [q, texts] of Object.entries(expected)) assert.deepEqual(await found(q), texts, q)
})

test('a piece of a number finds the person, however it is written', async (t) => {
  const desk = await inbox(t)
  const people = async (q: string) => {
    const found = await desk.salon.as(desk.salon.staff, (tx) => search(tx, desk.context, { q, limit: 9 }))
    return found.people.map(({ phone }) => phone)
  }
  for (const q of ['600000001', '600 00 00 01', '+34 600', '(600) 000-001'])
    assert.deepEqual(await people(q), ['+34600000001'], q)
  assert.deepEqual(await people('999'), [])
})

test('messages come newest first, page by page, each with whom it is from; people stand on the first page', async (t) => {
  const desk = await inbox(t)
  for (let at = 0; at < 7; at++) {
    desk.clock.advance(1000)
    await desk.hear('+34600000002', { text: `balayage ${at}` })
  }
  await desk.salon.as(desk.salon.staff, (tx) => changeContact(tx, desk.ana.contactId, { name: 'Balayage Berta' }))
  const page = (cursor?: string) =>
    desk.salon.as(desk.salon.staff, (tx) =>
      search(tx, desk.context, { q: 'balay', limit: 3, ...(cursor ? { cursor } : {}) }),
    )

  const first = await page()
  const second = await page(first.nextCursor!)
  const third = await page(second.nextCursor!)
  assert.deepEqual(
    [first, second, third].map(({ items }) => items.map(({ message }) => message.text?.at(-1)).join('')),
    ['654', '321', '0'],
  )
  assert.deepEqual(first.items[0]?.contact.phone, '+34600000002')
  const [person] = first.people
  assert.deepEqual([person?.name, person?.conversationId], ['Balayage Berta', desk.ana.conversationId])
  assert.deepEqual([second.people, third.nextCursor], [[], null])
})

test('notes are found, what was taken back is not, and another workspace’s words are nobody’s', async (t) => {
  const desk = await inbox(t)
  const { clinic, context, meta } = desk
  const channel = await connectNumber(desk, clinic, meta, '15550002')
  await context.withTenant({ tenantId: clinic.tenantId, actor: { kind: 'system' } }, (tx) =>
    hearOn(tx, channel, '+34600000001', { text: 'secret latex of the clinic' }),
  )
  await desk.salon.as(desk.salon.staff, (tx) => note(tx, { ...desk.ana, text: 'Allergic to latex' }))
  const { items } = await desk.salon.as(desk.salon.staff, (tx) => search(tx, desk.context, { q: 'latex', limit: 9 }))
  assert.deepEqual(
    items.map(({ message }) => message.text),
    ['Allergic to latex'],
  )
})
