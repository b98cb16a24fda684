import assert from 'node:assert/strict'
import test from 'node:test'
import { keysOf, shortcutOf, shortcuts } from './shortcuts.ts'

test('no key means two things', () => {
  const keys = Object.values(shortcuts).map((shortcut) => shortcut.keys)
  assert.equal(new Set(keys).size, keys.length)
})

test('a key is known by its shortcut', () => {
  assert.equal(shortcutOf('e'), 'resolve')
  assert.equal(shortcutOf('?'), 'help')
  assert.equal(shortcutOf('g'), undefined)
  assert.match(keysOf('palette'), /K$/)
})
