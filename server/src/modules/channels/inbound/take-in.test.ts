import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getContact } from '#contacts'
import { world } from '../../../../world/world.ts'
import { takeIn } from '../index.ts'
import { connectNumber, envelope, text } from '../salon-number.testing.ts'

const cast = await world()
const itemsOf = (channelId: string) =>
  cast.salon.as(cast.salon.owner, (tx) =>
    tx.db.selectFrom('channels.inboundItem').selectAll().where('channelId', '=', channelId).orderBy('id').execute(),
  )
const quarantined = async (channelId: string) =>
  (await itemsOf(channelId)).flatMap(({ quarantinedBecause }) => quarantinedBecause ?? [])

test('a text becomes a message of a contact, and the channel is known to work', async () => {
  const { channel, post, take, messages } = await connectNumber(cast)
  const contacts = [{ profile: { name: 'Ana' }, wa_id: '34612345678', user_id: 'ES.ana' }]
  await post(envelope({ contacts, messages: [text('Good morning', { id: 'wamid.morning' })] }))

  assert.equal(await take(), 1)
  assert.equal(await take(), 0)
  const [message] = messages
  assert.deepEqual(
    [message?.providerMessageId, message?.kind, message?.text, message?.details, message?.opensWindow],
    ['wamid.morning', 'text', 'Good morning', null, true],
  )
  assert.equal(message?.channelId, channel.id)
  const contact = await cast.salon.as(cast.salon.staff, (tx) => getContact(tx, message?.contactId ?? ''))
  assert.deepEqual([contact.name, contact.phone, contact.identities.length], ['Ana', '+34612345678', 2])
})

test('of 3 entries, 2 changes, 5 items, one malformed: 29 are handled and 1 is set aside', async () => {
  const { channel, post, take, messages } = await connectNumber(cast)
  const one = envelope({}) as { entry: { changes: { value: object }[] }[] }
  const value = one.entry[0]?.changes[0]?.value
  const change = (bad: boolean) => ({
    field: 'messages',
    value: {
      ...value,
      messages: Array.from({ length: 5 }, (_, at) => (bad && at === 2 ? { type: 'text' } : text('x'))),
    },
  })
  const entry = [0, 1, 2].map((at) => ({ id: String(at), changes: [change(at === 1), change(false)] }))
  await post({ object: 'whatsapp_business_account', entry })
  await take()
  assert.equal(messages.length, 29)
  assert.deepEqual(await quarantined(channel.id), ['a message without an id'])
})

test('the same webhook fifty times in parallel is one message, and so is the same message in another webhook', async () => {
  const { post, take, messages } = await connectNumber(cast)
  const message = text('once')
  await Promise.all(Array.from({ length: 50 }, () => post(envelope({ messages: [message] }))))
  await post(envelope({ messages: [message, message], contacts: [] }))
  await Promise.all([take(), take(), take()])
  await take()
  assert.equal(messages.length, 1)
})

test('what fails in the hands costs only itself, undone and kept with the reason', async () => {
  const { channel, post, take, hands, messages } = await connectNumber(cast)
  const { message } = hands
  hands.message = async (tx, ref, contactId, said) => {
    if (said.text === 'boom') throw new Error('cannot digest this')
    return message(tx, ref, contactId, said)
  }
  await post(envelope({ messages: [text('one'), text('boom', { from: '34699999991' }), text('two')] }))
  await take()
  assert.deepEqual(
    messages.map(({ text: said }) => said),
    ['one', 'two'],
  )
  const aside = (await itemsOf(channel.id)).filter(({ quarantinedBecause }) => quarantinedBecause)
  assert.deepEqual(
    aside.map(({ quarantinedBecause, content }) => [quarantinedBecause, (content as { from: string }).from]),
    [['cannot digest this', '34699999991']],
  )
})

test('a row the database stumbles over is put off alone, tried again, and in the end set aside', async () => {
  const { channel, post, take, hands, messages } = await connectNumber(cast)
  const { message } = hands
  let stumbles = 1
  hands.message = async (tx, ref, contactId, said) => {
    if (said.text === 'stumble' && stumbles-- > 0) throw Object.assign(new Error('deadlock'), { code: '40P01' })
    return message(tx, ref, contactId, said)
  }
  const say = (said: string) => post(envelope({ messages: [text(said)] }))
  await Promise.all([say('one'), say('stumble'), say('two')])
  // Together they fail, one by one they pass.
  assert.equal(await take(), 3)

  stumbles = Number.POSITIVE_INFINITY
  await Promise.all([say('three'), say('stumble')])
  assert.equal(await take(), 1)
  for (let again = 0; again < 10; again++) {
    cast.clock.advance(600_000)
    await take()
  }
  assert.deepEqual(await quarantined(channel.id), ['deadlock'])
  // Of a transaction that was undone only this record remembers.
  assert.deepEqual(new Set(messages.map(({ text: said }) => said)), new Set(['one', 'stumble', 'two', 'three']))
})

test('a backlog is taken in rounds, and hides no other tenant', async () => {
  const { post, messages, hands } = await connectNumber(cast)
  const clinic = { ...cast, salon: cast.clinic }
  const other = await connectNumber(clinic)
  await Promise.all(Array.from({ length: 60 }, (_, at) => post(envelope({ messages: [text(`backlog ${at}`)] }))))
  await other.post(envelope({ messages: [text('me, too')] }))

  assert.equal(await takeIn(cast.context, hands), 51)
  assert.ok(messages.some(({ channelId }) => channelId === other.channel.id))
  assert.equal(await takeIn(cast.context, hands), 10)
  assert.equal(messages.length, 61)
})

test('one round takes no more items than make a short transaction', async () => {
  const { post, take, messages } = await connectNumber(cast)
  const many = (row: number) => Array.from({ length: 60 }, (_, at) => text(`${row} ${at}`))
  for (const row of [1, 2, 3]) await post(envelope({ messages: many(row) }))
  assert.deepEqual([await take(), await take(), await take()], [2, 1, 0])
  assert.equal(messages.length, 180)
})

test('a webhook with more items than that is taken in over several transactions, each item once', async () => {
  const { channel, post, take, messages } = await connectNumber(cast)
  const news = { id: 's9', from: '34655500009', timestamp: '1772440000', type: 'system' }
  const system = { type: 'user_changed_number', wa_id: '34655500010' }
  const early = text('from the old number', { from: '34655500009' })
  const many = Array.from({ length: 248 }, (_, at) => text(`many ${at}`))
  await post(envelope({ messages: [text('first', { from: '34655500009' })] }))
  await take()
  await post(envelope({ messages: [early, ...many, { ...news, system }, 'no message'] }))
  await post(envelope({ messages: [text('after')] }))

  assert.deepEqual([await take(), await take(), await take(), await take()], [1, 1, 2, 0])
  assert.deepEqual(
    messages.map(({ text: said }) => said),
    ['first', 'from the old number', ...many.map((_, at) => `many ${at}`), 'after'],
  )
  assert.equal((await itemsOf(channel.id)).length, 253)
  assert.deepEqual(await quarantined(channel.id), ['not an object'])
})

test('every webhook that can’t be read is set aside, however many came before', async () => {
  const { channel, post, take } = await connectNumber(cast)
  for (const unreadable of ['{"entry":[', 'not json', 'null', '<html>']) await post(unreadable)
  await take()
  assert.deepEqual(await quarantined(channel.id), ['not JSON', 'not JSON', 'not a JSON object', 'not JSON'])
})

test('a number of the same business gets what is about it; a number nobody connected stays where it came in', async () => {
  const first = await connectNumber(cast)
  const settings = { phoneNumberId: '777', wabaId: '1', displayPhoneNumber: '+49 30 55550999' }
  const second = await connectNumber(cast, { settings })
  const about = (phone_number_id: string) => envelope({ metadata: { phone_number_id }, messages: [text('to whom?')] })
  await first.post(about('777'))
  await first.post(about('888'))
  await first.take()
  assert.deepEqual(
    first.messages.map(({ channelId }) => channelId),
    [second.channel.id, first.channel.id],
  )
  assert.deepEqual(await quarantined(first.channel.id), [])
})

test('a new number or user id counts for its neighbours in the batch, makes no bubble, and may be told twice', async () => {
  const { post, take, messages } = await connectNumber(cast)
  const by = (from_user_id: string) => text('hi', { from: undefined, from_user_id })
  const news = (id: string, system: object, from = '34655500001') => ({
    id,
    from,
    timestamp: '1772440000',
    type: 'system',
    system,
  })
  const userId = { type: 'user_changed_user_id', previous_user_id: 'ES.old1', user_id: 'ES.new1' }
  const phone = { type: 'user_changed_number', wa_id: '34655500002' }

  await post(envelope({ messages: [by('ES.old1'), text('hi', { from: '34655500001' })] }))
  await take()
  await post(
    envelope({ messages: [by('ES.new1'), text('hi', { from: '34655500002' }), news('s1', userId), news('s2', phone)] }),
  )
  await post(envelope({ messages: [news('s3', userId), news('s4', phone)] }))
  await take()
  const contacts = messages.map(({ contactId }) => contactId)
  assert.deepEqual(contacts, [contacts[0], contacts[1], contacts[0], contacts[1]])
})

test('a value-level error takes the channel out of service when it says so', async () => {
  const { channel, post, take } = await connectNumber(cast)
  await post(envelope({ errors: [{ code: 131000 }, { code: 131031, title: 'Locked' }] }))
  await take()
  const { status } = await cast.salon.as(cast.salon.owner, (tx) =>
    tx.db.selectFrom('channels.channel').select('status').where('id', '=', channel.id).executeTakeFirstOrThrow(),
  )
  assert.equal(status, 'paused')
})
