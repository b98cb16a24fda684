import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from './parse.ts'

const receivedAt = new Date('2026-03-02T09:00:00Z')
const timestamp = String(receivedAt.getTime() / 1000 - 5)

function meaningOf(
  echo: object,
  metadata: object = { display_phone_number: '55 11 98765-4321', phone_number_id: '77' },
) {
  const value = {
    metadata,
    message_echoes: [{ id: 'wamid.e', timestamp, type: 'text', text: { body: 'Hi' }, ...echo }],
  }
  const envelope = { entry: [{ id: '1', changes: [{ field: 'smb_message_echoes', value }] }] }
  const [parcel] = parse(Buffer.from(JSON.stringify(envelope)), receivedAt)
  return parcel?.meaning
}

function customerOf(echo: object, metadata?: object) {
  const meaning = meaningOf(echo, metadata)
  assert.ok(meaning?.is === 'echo')
  return meaning.message.from
}

test('the customer is whichever side is not the number, with or without Brazil’s ninth digit', () => {
  assert.deepEqual(customerOf({ from: '551187654321', to: '5511911112222' }), { phone: '+5511911112222' })
  assert.deepEqual(customerOf({ from: '5511911112222', to: '5511987654321' }), { phone: '+5511911112222' })
  assert.deepEqual(customerOf({ to: '34612345678' }), { phone: '+34612345678' })
  assert.deepEqual(customerOf({ from: '77', to: '34612345678' }), { phone: '+34612345678' })
  assert.deepEqual(customerOf({ to_user_id: 'ES.ana' }), { whatsappUserId: 'ES.ana' })
  assert.deepEqual(customerOf({ from: '1', to: '34612345678' }, {}), { phone: '+34612345678' })
  assert.deepEqual(customerOf({}), {})
})

test('an echo says what it says, and opens no window', () => {
  const meaning = meaningOf({ to: '34612345678', context: { id: 'wamid.q' } })
  assert.ok(meaning?.is === 'echo')
  const { text, opensWindow, quotes } = meaning.message
  assert.deepEqual([text, opensWindow, quotes], ['Hi', false, 'wamid.q'])
})

test('an echo edits and takes back, too; without saying what, it is kept', () => {
  const change = (content: object) => {
    const meaning = meaningOf({ to: '34612345678', text: undefined, ...content })
    return meaning?.is === 'change' ? [meaning.by, meaning.change.aboutProviderId, meaning.change.to] : meaning?.is
  }
  const message = { type: 'text', text: { body: 'New' } }
  assert.deepEqual(change({ type: 'edit', edit: { original_message_id: 'o', message } }), [
    ...['business', 'o', { text: 'New', details: null }],
  ])
  assert.deepEqual(change({ type: 'revoke', revoke: { original_message_id: 'o' } }), ['business', 'o', 'revoked'])
  assert.deepEqual(change({ type: 'edit', edit: { original_message_id: 'o', text: { body: 'New' } } })?.[2], {
    text: 'New',
    details: null,
  })
  for (const odd of [
    { type: 'edit', edit: { original_message_id: 'o' } },
    { type: 'revoke' },
    { type: 'edit', edit: 5 },
  ]) {
    assert.equal(change(odd), 'kept')
  }
})
