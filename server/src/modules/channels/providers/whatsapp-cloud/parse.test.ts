import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { InboundMessage, InboundReceipt } from '../../inbound/hands.ts'
import { envelope, text } from '../../salon-number.testing.ts'
import { parse } from './parse.ts'

const receivedAt = new Date('2026-03-02T09:00:00Z')
const now = receivedAt.getTime() / 1000

const parcelsOf = (value: object, field?: string) =>
  parse(Buffer.from(JSON.stringify(envelope(value, field))), receivedAt)

function messageOf(changes: object, contacts?: unknown): InboundMessage {
  const [parcel] = parcelsOf({ contacts, messages: [text('hi', { timestamp: String(now), ...changes })] })
  assert.ok(parcel?.meaning.is === 'message')
  return parcel.meaning.message
}

function receiptOf(status: object): InboundReceipt {
  const [parcel] = parcelsOf({ statuses: [{ id: 'wamid.out', status: 'sent', timestamp: String(now), ...status }] })
  assert.ok(parcel?.meaning.is === 'receipt')
  return parcel.meaning.receipt
}

test('times are read as text or number; without sense they are the time of receipt', () => {
  const saidAt = (timestamp: unknown) => messageOf({ timestamp }).saidAt.getTime() / 1000 - now
  assert.deepEqual([String(now - 60), now - 60].map(saidAt), [-60, -60])
  for (const odd of ['0', 0, -5, '', 'yesterday', null, {}, [], true, undefined, (now + 3600) * 1, now * 1000, 1e300]) {
    assert.equal(saidAt(odd), 0, String(JSON.stringify(odd)))
  }
})

test('what is more than a day old is late', () => {
  assert.deepEqual(
    [86_400, 86_401].map((age) => messageOf({ timestamp: now - age }).late),
    [false, true],
  )
})

test('the writer is paired by id, never by position, and an item’s own words win', () => {
  const ana = { profile: { name: 'Ana' }, wa_id: '34612345678', user_id: 'ES.ana' }
  const ben = { profile: { name: 'Ben' }, wa_id: '34600000000', user_id: 'ES.ben' }
  const who = (changes: object, contacts?: unknown) => {
    const { from, profileName } = messageOf(changes, contacts)
    return [from.phone, from.whatsappUserId, profileName]
  }
  assert.deepEqual(who({}, [ben, ana]), ['+34612345678', 'ES.ana', 'Ana'])
  assert.equal(messageOf({}, [{ ...ana, profile: { username: 'ana.r' } }]).username, 'ana.r')
  assert.deepEqual(who({}, [ben]), ['+34612345678', undefined, undefined])
  assert.deepEqual(who({ from: undefined, from_user_id: 'ES.ben' }, [ana, ben]), ['+34600000000', 'ES.ben', 'Ben'])
  assert.deepEqual(who({ from: 'ES.ana' }, [ben, ana]), ['+34612345678', 'ES.ana', 'Ana'])
  assert.deepEqual(who({ from: 'ES.eva' }, []), [undefined, 'ES.eva', undefined])
  assert.deepEqual(who({ from: '5511987654321' }, [{ wa_id: '551187654321', profile: { name: 'Caio' } }])[2], 'Caio')
  assert.deepEqual(who({ from_user_id: 'not an id', wa_id: '34611111111' }, [ana]), ['+34611111111', 'ES.ana', 'Ana'])
  for (const odd of [null, 'x', {}, [null, 1, { profile: 'x' }, { wa_id: 5 }]]) {
    assert.deepEqual(who({}, odd), ['+34612345678', undefined, undefined])
  }
})

test('each kind keeps its content, and shows the words in it', () => {
  const said = (type: string, content: unknown, more: object = {}) => {
    const { kind, text: words, details } = messageOf({ type, text: undefined, [type]: content, ...more })
    return [kind, words, details]
  }
  const image = { id: '1', caption: 'Like this' }
  assert.deepEqual(said('image', image), ['image', 'Like this', image])
  assert.deepEqual(said('voice', { id: '1' }), ['audio', null, { id: '1', voice: true }])
  assert.deepEqual(said('button', { text: 'Yes', payload: 'p' })[1], 'Yes')
  assert.deepEqual(said('interactive', { type: 'list_reply', list_reply: { title: 'Cut' } })[1], 'Cut')
  assert.deepEqual(said('interactive', { type: 'nfm_reply', nfm_reply: { response_json: '{' } })[1], null)
  assert.deepEqual(said('interactive', undefined), ['interactive', null, null])
  assert.deepEqual(said('contacts', [{ name: 'x' }]), ['contacts', null, { contacts: [{ name: 'x' }] }])
  assert.deepEqual(said('reaction', { message_id: 'm' }), ['reaction', null, { message_id: 'm' }])
  assert.deepEqual(said('hologram', { depth: 3 }), ['hologram', null, { depth: 3 }])
  assert.deepEqual(said('text', 'no object'), ['text', null, { text: 'no object' }])
  const errors = [{ code: 131052 }]
  assert.deepEqual(said('video', { id: '1' }, { errors })[2], { id: '1', errors })
  assert.deepEqual(messageOf({ referral: { ctwa_clid: 'c' } }).details, { referral: { ctwa_clid: 'c' } })
  assert.equal(messageOf({ type: 5 }).kind, 'unknown')
})

test('what a customer says opens the window; reactions, permissions and the unknown do not', () => {
  const opens = (type: string, content: unknown = {}) => messageOf({ type, [type]: content }).opensWindow
  for (const type of ['text', 'image', 'audio', 'voice', 'location', 'interactive', 'button', 'order', 'unsupported']) {
    assert.ok(opens(type), type)
  }
  for (const type of ['reaction', 'ephemeral', 'hologram']) assert.ok(!opens(type), type)
  assert.ok(!opens('interactive', { type: 'call_permission_reply' }))
})

test('a receipt carries its attempt when that is a UUID, its error by class, and the price', () => {
  const attempt = '0190B7A0-0000-7000-8000-000000000001'
  assert.equal(receiptOf({ biz_opaque_callback_data: attempt }).attemptId, attempt.toLowerCase())
  assert.equal(receiptOf({ biz_opaque_callback_data: 'some data' }).attemptId, undefined)
  assert.equal(receiptOf({ status: 'failed', errors: [{ code: 131047 }] }).error?.class, 'window')
  assert.equal(receiptOf({ status: 'failed', errors: {} }).error, undefined)
  assert.deepEqual(receiptOf({ pricing: { billable: true } }).pricing, { billable: true })
})

test('the same item has the same identity in any company; another status or time has another', () => {
  const identity = (status: object) => parcelsOf({ statuses: [{ id: 'w', ...status }] })[0]?.identity
  const sent = identity({ status: 'sent', timestamp: '1' })
  assert.equal(identity({ timestamp: 1, status: 'sent', recipient_id: '1' }), sent)
  assert.notEqual(identity({ status: 'read', timestamp: '1' }), sent)
  assert.notEqual(identity({ status: 'sent', timestamp: '2' }), sent)
})

test('a change about the account is one item, and an empty one is none', () => {
  assert.deepEqual(parcelsOf({}), [])
  assert.deepEqual(
    parcelsOf({ event: 'ACCOUNT_VIOLATION' }, 'account_update').map(({ kind, meaning }) => [kind, meaning.is]),
    [['account_update', 'report']],
  )
  assert.deepEqual(
    parcelsOf({ event: 'SOMETHING_NEW' }, 'account_update').map(({ meaning }) => meaning.is),
    ['kept'],
  )
})
