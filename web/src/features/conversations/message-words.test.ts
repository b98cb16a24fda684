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
