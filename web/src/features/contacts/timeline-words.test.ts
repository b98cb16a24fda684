import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TimelineEntry } from '../../lib/api-types.ts'
import { sentenceOf, tell } from './timeline-words.ts'

const rosa = { kind: 'member', id: 'rosa', name: 'Rosa' }
const itself = { kind: 'system', id: null, name: null }
const says = (name: string, details: Record<string, unknown> = {}, actor: TimelineEntry['actor'] = rosa) =>
  sentenceOf({ name, details, actor })

test('facts are told as a colleague would', () => {
  assert.equal(says('contacts.created'), 'Rosa added this contact')
  assert.equal(says('contacts.created', {}, itself), 'Was seen for the first time')
  assert.equal(
    says('contacts.changed', { fields: ['phone', 'labels', 'name'], labels: { from: ['Old'], to: ['VIP', 'New'] } }),
    'Rosa added a phone number, added the label “VIP” and “New”, removed the label “Old” and changed the name',
  )
  assert.equal(says('contacts.changed', { fields: ['email'], removed: 'email' }), 'Rosa removed an email address')
  assert.equal(says('contacts.changed', { fields: ['whatsappUserId'] }, itself), 'A WhatsApp ID became known')
  assert.equal(
    says('contacts.changed', { fields: ['notes'] }, { ...rosa, name: null }),
    'A former colleague changed the notes',
  )
  assert.equal(
    says('conversations.changed', { status: { from: 'open', to: 'resolved' }, assigneeId: { from: null, to: 'x' } }),
    'Rosa resolved the conversation and assigned the conversation',
  )
  assert.equal(
    says('conversations.message_status_changed', { from: 'sent', to: 'failed' }),
    'A message could not be delivered',
  )
})

test('what comes about a message is told by who did it', () => {
  const said = (what: string, by: string) => says('conversations.message_changed', { what, by }, itself)
  assert.equal(said('revoke', 'customer'), 'Took a message back')
  assert.equal(said('edit', 'business'), 'Somebody here edited a message')
  assert.equal(said('something new', 'customer'), 'A message was changed')
  assert.equal(says('conversations.note_written'), 'Rosa wrote a note')
})

test('what says nothing is left out, and a fact nobody described still reads as words', () => {
  assert.equal(says('conversations.message_status_changed', { from: 'sent', to: 'read' }), null)
  assert.equal(says('conversations.changed', { automationPaused: { from: false, to: true } }), null)
  assert.equal(says('bookings.booked_online'), 'Booked online')
})

test('the same thing several times in a row is told once, of each contact', () => {
  const entry = (id: string, name: string, contactId = 'ana') =>
    ({ id, name, contactId, details: {}, actor: itself, at: `2026-03-11T10:0${id}:00Z` }) as TimelineEntry
  const told = tell([
    entry('5', 'conversations.message_received', 'twin'),
    entry('4', 'conversations.message_received'),
    entry('3', 'conversations.read'),
    entry('2', 'conversations.message_received'),
    entry('1', 'contacts.created'),
  ])
  assert.deepEqual(
    told.map(({ contactId, sentence, times }) => [contactId, sentence, times]),
    [
      ['twin', 'Wrote a message', 1],
      ['ana', 'Wrote a message', 2],
      ['ana', 'Was seen for the first time', 1],
    ],
  )
})
