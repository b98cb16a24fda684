import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ConsentChannel, type ConsentState, consentChannels, type Purpose } from './consent.ts'
import { maySend } from './may-send.ts'
import { type Said, standingOf } from './standing.ts'

const said = (state: ConsentState, minute: number, more: Partial<Said> = {}): Said => ({
  ...{ id: `${minute}`, contactId: 'ana', purpose: 'marketing', state, source: 'customer', words: 'x', mergedAt: null },
  at: new Date(Date.UTC(2026, 5, 1, 12, minute)),
  ...more,
})
const none = standingOf([], 'service')
const withdrawn = standingOf([said('withdrawn', 1)], 'marketing')
const granted = standingOf([said('granted', 1)], 'marketing')

const verdict = (purpose: Purpose, channelKind: ConsentChannel, state: typeof none, marketingNeedsGrant = true) => {
  const answer = maySend({ purpose, channelKind, marketingNeedsGrant }, { service: state, marketing: state })
  return answer.may ? 'yes' : answer.code
}

test('who wrote may be answered, except by SMS after STOP', () => {
  for (const channel of consentChannels)
    for (const state of [none, granted]) assert.equal(verdict('conversation', channel, state), 'yes')
  assert.deepEqual(
    consentChannels.map((channel) => verdict('conversation', channel, withdrawn)),
    ['yes', 'opted_out', 'yes'],
  )
})

test('service goes until it is withdrawn, marketing once it is granted or where nobody has to grant it', () => {
  for (const channel of consentChannels) {
    assert.deepEqual(
      [none, granted, withdrawn].map((state) => verdict('service', channel, state)),
      ['yes', 'yes', 'opted_out'],
    )
    assert.deepEqual(
      [none, granted, withdrawn].map((state) => verdict('marketing', channel, state)),
      ['no_consent', 'yes', 'opted_out'],
    )
    assert.equal(verdict('marketing', channel, none, false), 'yes')
    assert.equal(verdict('marketing', channel, withdrawn, false), 'opted_out')
  }
})

test('of merged contacts the strictest word holds, until the person says otherwise after the merge', () => {
  const mergedAt = new Date(Date.UTC(2026, 5, 1, 12, 10))
  const twin = said('withdrawn', 1, { contactId: 'twin', mergedAt })
  const state = (...all: Said[]) => standingOf(all, 'marketing').state
  assert.equal(state(twin), 'withdrawn')
  assert.equal(state(twin, said('granted', 5)), 'withdrawn')
  assert.equal(state(twin, said('granted', 11)), 'granted')
  assert.equal(state({ ...twin, state: 'granted' }, said('withdrawn', 0)), 'withdrawn')
  assert.equal(state(said('granted', 3, { purpose: 'service' })), 'none')
})
