import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Conversation } from '../../../lib/api-types.ts'
import { pauseWords } from './pause-words.ts'

const marta = { id: 'marta', name: 'Marta' }
const paused = (change: Partial<Conversation['automation']>) => ({
  ...{ paused: true, since: '2026-03-11T10:00:00Z', why: 'reply' as const, by: marta, resumesAt: null },
  ...change,
})

test('the thread says who made automation pause, and says you to oneself', () => {
  assert.equal(pauseWords(paused({}), 'lena'), 'Automation pauses here since Marta replied')
  assert.equal(pauseWords(paused({}), 'marta'), 'Automation pauses here since you replied')
  assert.equal(pauseWords(paused({ by: null }), 'marta'), 'Automation pauses here since somebody replied on the phone')
  assert.equal(pauseWords(paused({ why: 'hand' }), 'lena'), 'Automation pauses here: Marta stopped it')
  assert.equal(pauseWords(paused({ why: 'handoff' }), 'lena'), 'Automation pauses here since a person was asked for')
})
