import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SavedReply } from '../../../lib/api-types.ts'
import { matching, slashWordAt } from './slash-word.ts'

test('a slash begins a word at the start of the text or behind a space, up to the cursor', () => {
  assert.deepEqual(slashWordAt('/', 1), { start: 0, end: 1, word: '' })
  assert.deepEqual(slashWordAt('Hi /hou there', 7), { start: 3, end: 7, word: 'hou' })
  assert.deepEqual(slashWordAt('\n/Öff', 5), { start: 1, end: 5, word: 'Öff' })
  for (const [text, cursor] of [
    ['and/or', 6],
    ['https://x', 9],
    ['/ho us', 6],
    ['/hours', 0],
    ['10/2', 4],
  ] as const)
    assert.equal(slashWordAt(text, cursor), null, text)
})

test('those whose shortcut begins so come first, then those that say so', () => {
  const reply = (shortcut: string, text: string) => ({ id: shortcut, shortcut, text }) as SavedReply
  const replies = [reply('address', 'Our hours: 9 to 5'), reply('hours', 'Nine to five'), reply('thanks', 'Bye')]
  assert.deepEqual(
    matching(replies, 'Hou').map(({ shortcut }) => shortcut),
    ['hours', 'address'],
  )
  assert.equal(matching(replies, '').length, 3)
  assert.deepEqual(matching(replies, 'zzz'), [])
})
