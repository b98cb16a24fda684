import assert from 'node:assert/strict'
import test from 'node:test'
import { messageWords } from './message-words.ts'

const words = (kind: string, details: object | null) => {
  const said = messageWords({ kind, details })
  return said && [said.title, said.more]
}

test('a text needs no words', () => {
  assert.equal(messageWords({ kind: 'text' }), null)
})

test('a kind is named with what is known of it', () => {
  assert.deepEqual(words('location', { name: 'Café', address: 'Rua 1' }), ['Café', 'Rua 1'])
  assert.deepEqual(words('location', { latitude: 41.1, longitude: -8.6 }), ['Location', '41.1, -8.6'])
  assert.deepEqual(words('reaction', { emoji: '❤️' }), ['Reacted with ❤️', null])
  assert.deepEqual(words('interactive', { type: 'button_reply', button_reply: { title: 'Yes' } }), ['Yes', null])
  assert.deepEqual(words('audio', { voice: true }), ['Voice message', null])
})

test('the content may stand under the name of its kind', () => {
  assert.deepEqual(words('contacts', { contacts: [{ name: { formatted_name: 'Sara' } }] }), ['Contact card', 'Sara'])
  assert.deepEqual(words('document', { document: { filename: 'a.pdf' } }), ['Document', 'a.pdf'])
})

test('nothing known, or nothing as expected, is still named', () => {
  assert.deepEqual(words('image', null), ['Photo', null])
  assert.deepEqual(words('contacts', { contacts: 'none' }), ['Contact card', null])
  assert.deepEqual(words('poll_update', {}), ['A message of a new kind', 'poll update'])
})

test('a text without words, a disappearing message and leave to call are named', () => {
  assert.equal(messageWords({ kind: 'text', text: null })?.title, 'An empty message')
  assert.equal(words('ephemeral', null)?.[0], 'A message that disappears')
  const permission = (response: string) =>
    words('interactive', { type: 'call_permission_reply', call_permission_reply: { response } })?.[0]
  assert.deepEqual([permission('accept'), permission('reject')], ['May be called', 'Does not want to be called'])
})

test('an order reads as items by quantity with their prices, and a sum where there is one currency', () => {
  const item = { product_retailer_id: 'shampoo', quantity: 2, item_price: 12.5, currency: 'EUR' }
  assert.deepEqual(words('order', { product_items: [item] })?.[1], '2 × shampoo, €12.50 each\nTogether €25.00')
  const odd = [{ product_retailer_id: 'x', currency: 'nonsense', item_price: '3' }, null, 7]
  assert.deepEqual(words('order', { product_items: odd })?.[1], '1 × x, 3 nonsense each')
  assert.deepEqual(words('order', { product_items: 'none' }), ['Order', null])
})

test('a form reads as its answers; one that can’t be read is still a form', () => {
  const form = (response_json: unknown) => words('interactive', { type: 'nfm_reply', nfm_reply: { response_json } })
  assert.deepEqual(form('{"flow_token":"t","best_day":"Friday","extras":["a","b"]}'), [
    ...['Filled in a form', 'best day: Friday\nextras: a, b'],
  ])
  for (const odd of ['{', '[]', '5', 'null', 7, undefined]) assert.deepEqual(form(odd), ['Filled in a form', null])
})

test('contact cards, files and what WhatsApp could not load are named', () => {
  const card = (name: string, phone: string) => ({ name: { formatted_name: name }, phones: [{ phone }] })
  assert.deepEqual(words('contacts', { contacts: [card('Sara', '+1 555'), card('Tim', '+1 666')] }), [
    ...['2 contact cards', 'Sara, +1 555\nTim, +1 666'],
  ])
  assert.deepEqual(words('document', { filename: 'a.pdf', mime_type: 'application/pdf' })?.[1], 'a.pdf')
  assert.deepEqual(words('image', { mime_type: 'image/jpeg; codecs=x' })?.[1], 'JPEG')
  assert.deepEqual(words('video', { errors: [{ code: 131052 }] })?.[1], 'WhatsApp could not load it')
})

test('what was taken back says so, whatever it was', () => {
  const revokedAt = '2026-03-11T10:00:00Z'
  assert.equal(messageWords({ kind: 'text', revokedAt })?.title, 'This message was taken back')
})
