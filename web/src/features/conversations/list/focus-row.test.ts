import assert from 'node:assert/strict'
import test from 'node:test'
import { nextIn } from './focus-row.ts'

test('the place is kept by what stands there, however the rows moved', () => {
  assert.equal(nextIn(['c', 'a', 'b'], ['a', 'b', 'c'], 'b'), 'b')
})

test('what left is followed by what came after it, and at the end by what came before', () => {
  assert.equal(nextIn(['a', 'c'], ['a', 'b', 'c'], 'b'), 'c')
  assert.equal(nextIn(['d', 'a'], ['a', 'b', 'c', 'd'], 'b'), 'd')
  assert.equal(nextIn(['new', 'a', 'b'], ['a', 'b', 'c'], 'c'), 'b')
  assert.equal(nextIn([], ['a'], 'a'), undefined)
})

test('where the place was never known, the list begins', () => {
  assert.equal(nextIn(['a', 'b'], [], 'x'), 'a')
})
