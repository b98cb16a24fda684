import assert from 'node:assert/strict'
import test from 'node:test'
import { excerpt } from './excerpt.ts'

test('the first word looked for is shown as it is spelled in the text', () => {
  assert.deepEqual(excerpt('Un café, por favor', 'CAFE'), { before: 'Un ', word: 'café', after: ', por favor' })
  assert.deepEqual(excerpt('decaf or café', 'caf'), { before: 'decaf or ', word: 'caf', after: 'é' })
})

test('a long text is cut before the word', () => {
  const { before, word } = excerpt(`${'blah '.repeat(30)}here`, 'here')
  assert.deepEqual([before.length < 45, before.startsWith('… '), word], [true, true, 'here'])
})

test('words that are nowhere, and what is no word, leave the text as it is', () => {
  for (const q of ['zebra', '', '(.*', '\\']) assert.deepEqual(excerpt('a (b) c', q).before, 'a (b) c')
})
